"""The pages of the classroom: those who teach are let in by the table of rights, pupils by their browser's secret."""

from webapp.views.teaching import classes, joining, lessons, projector, results, tasks, working

TEACHING_PAGES = (lessons, tasks, classes, projector, results, joining, working)
