def assert_belongs(plan, context):
    if plan["for"] != context.user_id:
        raise AssertionError(plan)
