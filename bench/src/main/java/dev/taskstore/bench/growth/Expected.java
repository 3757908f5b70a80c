package dev.taskstore.bench.growth;

import dev.taskstore.NewTask;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Computes the expected keys of the tasks on a page. */
record Expected(Dataset data) {

  /** Returns the keys of all tasks, newest first, from a number on. */
  List<UUID> newest(int number) {
    return IntStream.iterate(number, n -> n >= 0, n -> n - 1)
        .limit(Workload.PAGE_SIZE)
        .mapToObj(data::taskId)
        .toList();
  }

  /** Returns the keys of open tasks of high priority, oldest first, from a number on. */
  List<UUID> openHighPriority(int number) {
    return oldest(number, task -> task.priority() == TaskPriority.HIGH && isOpen(task));
  }

  /** Returns the keys of overdue tasks, longest overdue first; due times follow creation times. */
  List<UUID> overdue() {
    return oldest(0, task -> task.dueAt() != null && isOpen(task));
  }

  private static boolean isOpen(NewTask task) {
    return task.status() != TaskStatus.COMPLETED;
  }

  private List<UUID> oldest(int number, Predicate<NewTask> condition) {
    return IntStream.range(number, data.tasks())
        .filter(n -> condition.test(data.newTask(n)))
        .limit(Workload.PAGE_SIZE)
        .mapToObj(data::taskId)
        .toList();
  }

  /** Returns the keys of the tasks of a tag, newest first, from a number on. */
  List<UUID> tagged(UUID tag, int number, int size) {
    int last = number - Math.floorMod(number, FillingTime.TAGGED_EVERY);
    return IntStream.iterate(last, n -> n >= 0, n -> n - FillingTime.TAGGED_EVERY)
        .filter(n -> data.tagsOf(n).contains(tag))
        .limit(size)
        .mapToObj(data::taskId)
        .toList();
  }

  /** Returns the keys of the tasks of each of these users, newest first. */
  Map<UUID, List<UUID>> newestOfUsers(Collection<UUID> users) {
    Map<UUID, List<UUID>> newest = new HashMap<>();
    users.forEach(user -> newest.put(user, new ArrayList<>()));
    int missing = newest.size() * Workload.PAGE_SIZE;
    for (int number = data.tasks() - 1; number >= 0 && missing > 0; number--) {
      List<UUID> tasks = newest.get(data.newTask(number).userId());
      if (tasks != null && tasks.size() < Workload.PAGE_SIZE) {
        tasks.add(data.taskId(number));
        missing--;
      }
    }
    return newest;
  }
}
