package dev.taskstore.bench.scopes;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskRepository;
import dev.taskstore.bench.Workload;
import dev.taskstore.db.PageRequest;
import java.util.List;

/** The measured calls. */
enum Request {
  FIND_BY_ID(Workload.FIND_BY_ID) {
    @Override
    Object run(TaskRepository tasks, Task task, int number) {
      return tasks.findById(task.id()).orElseThrow();
    }
  },
  PAGE_OF_USER(Workload.PAGE_OF_USER) {
    @Override
    Object run(TaskRepository tasks, Task task, int number) {
      List<Task> page = tasks.findByUser(task.userId(), FIRST).items();
      if (page.isEmpty()) {
        throw new IllegalStateException("A page is empty");
      }
      return page;
    }
  },
  INSERT(Workload.INSERT) {
    @Override
    Object run(TaskRepository tasks, Task task, int number) {
      return tasks.insert(NewTask.of(task.userId(), "Task " + number));
    }
  },
  UPDATE(Workload.UPDATE) {
    @Override
    Object run(TaskRepository tasks, Task task, int number) {
      return tasks.update(task.id(), TaskChanges.none().title("Task " + number));
    }
  };

  private static final PageRequest FIRST = PageRequest.first(Workload.PAGE_SIZE);

  private final String id;

  Request(Workload workload) {
    this.id = workload.id();
  }

  /** Returns the name in tables and files. */
  String id() {
    return id;
  }

  boolean writes() {
    return this == INSERT || this == UPDATE;
  }

  /**
   * Runs the call.
   *
   * @param tasks the repository of the store, of a scope or of a transaction
   * @param task a task of the user who calls
   * @param number a number for the title of a written task
   * @return the result
   */
  abstract Object run(TaskRepository tasks, Task task, int number);
}
