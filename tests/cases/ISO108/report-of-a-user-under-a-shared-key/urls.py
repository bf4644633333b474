from django.urls import path

from views import Dashboard, Holder, Mine, News, Report

urlpatterns = [
    path("<int:number>", Report.as_view()),
    path("dashboard", Dashboard.as_view()),
    path("mine/<int:number>", Mine.as_view()),
    path("news/<int:number>", News.as_view()),
    path("lock/<int:number>", Holder.as_view()),
]
