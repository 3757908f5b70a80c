package dev.taskstore.differential.model;

import dev.taskstore.Task;
import dev.taskstore.User;
import dev.taskstore.differential.model.ModelRows.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The join table of tasks and the users with whom they are shared. */
public final class ModelShares {

  private static final String NAME = "task_shares";
  private static final ModelOrder<Task> TASKS =
      ModelOrder.of("tasks of a collaborator", List.of(Task::id), true);
  private static final ModelOrder<User> USERS =
      ModelOrder.of("collaborators of a task", List.of(User::id), true);

  private final ModelStore store;
  private final ModelTransactions transactions;

  ModelShares(ModelStore store, ModelTransactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  public int attachCollaborators(Map<UUID, List<UUID>> usersByTask) {
    List<Share> shares = new ArrayList<>();
    usersByTask.forEach((task, users) -> users.forEach(user -> shares.add(share(task, user))));
    return attach(shares);
  }

  public int attachTasks(Map<UUID, List<UUID>> tasksByUser) {
    List<Share> shares = new ArrayList<>();
    tasksByUser.forEach((user, tasks) -> tasks.forEach(task -> shares.add(share(task, user))));
    return attach(shares);
  }

  private static Share share(UUID task, UUID user) {
    return new Share(Values.required(task), Values.required(user));
  }

  private int attach(List<Share> shares) {
    if (shares.isEmpty()) {
      return 0;
    }
    List<Share> sorted = shares.stream().sorted(ModelRows.SHARES).toList();
    return transactions.atomically(
        () -> {
          sorted.forEach(this::ensureMayShare);
          return (int) sorted.stream().filter(this::add).count();
        });
  }

  /** In a scope, the tasks of all shares are checked first. */
  private void ensureMayShare(Share share) {
    Visibility visibility = transactions.limit();
    if (visibility != null) {
      Task task = transactions.rows().tasks.get(share.task());
      if (task == null) {
        throw transactions.refusals().hiddenReference(NAME, "task_id");
      } else if (!visibility.owns(task)) {
        throw transactions.refusals().refusedWrite(NAME);
      }
    }
  }

  private boolean add(Share share) {
    ModelRows rows = transactions.rows();
    if (!rows.tasks.containsKey(share.task())) {
      throw ModelFailure.foreignKey(NAME, "task_id");
    } else if (!rows.hasUser(share.user())) {
      throw ModelFailure.foreignKey(NAME, "collaborator_id");
    }
    return rows.shares.add(share);
  }

  public int detachCollaborators(UUID task, Collection<UUID> users) {
    return detach(users, share -> share.task().equals(task) && users.contains(share.user()));
  }

  public int detachTasks(UUID user, Collection<UUID> tasks) {
    return detach(tasks, share -> share.user().equals(user) && tasks.contains(share.task()));
  }

  private int detach(Collection<UUID> others, Predicate<Share> removed) {
    if (others.isEmpty()) {
      return 0;
    }
    return transactions.atomically(
        () -> {
          ModelRows rows = transactions.rows();
          List<Share> found = rows.shares.stream().filter(removed).toList();
          List<Share> ended = found.stream().filter(this::mayEnd).toList();
          if (ended.size() < found.size()) {
            transactions.refusals().afterRefusedDeletes(NAME);
          }
          ended.forEach(rows.shares::remove);
          return ended.size();
        });
  }

  private boolean mayEnd(Share share) {
    Visibility visibility = transactions.limit();
    return visibility == null || visibility.owns(transactions.rows().tasks.get(share.task()));
  }

  private List<Task> tasksOf(UUID user) {
    return of(share -> share.user().equals(user), share -> store.tasks().rows().get(share.task()));
  }

  /** Returns the visible users of a task. */
  private List<User> usersOf(UUID task) {
    return of(share -> share.task().equals(task), share -> store.users().rows().get(share.user()));
  }

  private <T> List<T> of(Predicate<Share> wanted, Function<Share, @Nullable T> row) {
    return transactions.rows().shares.stream()
        .filter(wanted)
        .flatMap(share -> Stream.ofNullable(row.apply(share)))
        .toList();
  }

  public ModelPage<Task> findByCollaborator(UUID user, ModelPage.Request request) {
    return store
        .tasks()
        .page(TASKS, request, task -> tasksOf(user).contains(task), ModelTable.NO_VALUES);
  }

  public ModelPage<User> findByTask(UUID task, ModelPage.Request request) {
    return store
        .users()
        .page(USERS, request, user -> usersOf(task).contains(user), ModelTable.NO_VALUES);
  }

  public long countByCollaborator(UUID user) {
    return count(share -> share.user().equals(user));
  }

  /** Counts the collaborators of a visible task, also those whom the principal does not see. */
  public long countByTask(UUID task) {
    return count(share -> share.task().equals(task));
  }

  private long count(Predicate<Share> wanted) {
    return transactions.read(() -> transactions.rows().shares.stream().filter(wanted).count());
  }

  public Map<UUID, List<Task>> findByCollaborators(List<UUID> users) {
    return find(users, this::tasksOf);
  }

  public Map<UUID, List<User>> findByTasks(List<UUID> tasks) {
    return find(tasks, this::usersOf);
  }

  /** An empty list runs no query. */
  private <T> Map<UUID, List<T>> find(List<UUID> ids, Function<UUID, List<T>> linked) {
    Map<UUID, List<T>> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      transactions.read(
          () -> {
            ids.forEach(id -> found.put(id, linked.apply(id)));
            return found;
          });
    }
    return found;
  }

  /** Returns all shares. */
  public Set<List<UUID>> all() {
    Set<List<UUID>> all = new HashSet<>();
    transactions.rows().shares.forEach(share -> all.add(List.of(share.task(), share.user())));
    return all;
  }
}
