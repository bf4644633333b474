from shop.forms import SearchForm


class SearchView:
    template = "search.html"
    request = None

    def __init__(self, form=SearchForm):
        self.form = form

    def __call__(self, request):
        self.request = request  # expect: ISO106
        return self.answer()

    def answer(self):
        return self.form(self.request.GET).search(self.template)


class FacetedSearchView(SearchView):
    def answer(self):
        return super(FacetedSearchView, self).answer()
