package dev.taskstore.spring.boot.guide;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskRepository;
import dev.taskstore.User;
import dev.taskstore.UserRepository;
import dev.taskstore.spring.boot.RetryTransientFailures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

// tag::service[]
/** The repositories of the store are beans. */
@Service
public class SignUp {

  private final UserRepository users;
  private final TaskRepository tasks;

  SignUp(UserRepository users, TaskRepository tasks) {
    this.users = users;
    this.tasks = tasks;
  }

  @RetryTransientFailures // each attempt is a transaction of its own
  @Transactional
  public User signUp(String name, String email, PasswordHash password) {
    User user = users.insert(NewUser.of(name, email, password));
    tasks.insert(NewTask.of(user.id(), "Say hello"));
    return user;
  }

  @Transactional(readOnly = true) // one snapshot, concurrently with writers
  public long countOpenTasks(User user) {
    return tasks.countByUser(user.id());
  }
}
// end::service[]
