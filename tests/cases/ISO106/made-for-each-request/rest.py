from rest_framework.response import Response
from rest_framework.views import APIView


class Orders(APIView):
    def get(self, request):
        self.customer = request.user
        return Response(self.rows())

    def rows(self):
        return [self.customer.id]
