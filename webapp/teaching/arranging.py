"""Which tasks a lesson has, and in which order."""

from __future__ import annotations

from dataclasses import replace

from copytrail.teaching import Lesson, Task
from webapp.faults import UnknownTask


def change_task(lesson: Lesson, task: Task) -> Lesson:
    """The lesson with this task in place of the one of its id."""
    if lesson.find_task(task.id) is None:
        raise UnknownTask
    return replace(lesson, tasks=tuple(task if each.id == task.id else each for each in lesson.tasks))


def drop_task(lesson: Lesson, task_id: str) -> Lesson:
    """The lesson without a task."""
    timings = tuple(
        replace(timing, task_ids=tuple(each for each in timing.task_ids if each != task_id))
        for timing in lesson.timings
    )
    return replace(lesson, tasks=tuple(each for each in lesson.tasks if each.id != task_id), timings=timings)


def move_task(lesson: Lesson, task_id: str, by: int) -> Lesson:
    """The lesson with a task one place earlier or later."""
    tasks = list(lesson.tasks)
    place = next((number for number, task in enumerate(tasks) if task.id == task_id), None)
    if place is None:
        raise UnknownTask
    tasks.insert(max(0, place + by), tasks.pop(place))
    return replace(lesson, tasks=tuple(tasks))


def choose_tasks(lesson: Lesson, minutes: int) -> Lesson:
    """The lesson with the tasks there is time for; all of them where nothing is said of so many minutes."""
    timing = next((each for each in lesson.timings if each.minutes == minutes and each.task_ids), None)
    if timing is None:
        return lesson
    return replace(lesson, tasks=tuple(task for task in lesson.tasks if task.id in timing.task_ids), timings=())
