package dev.taskstore.differential.model;

import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.User;
import dev.taskstore.UserName;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The table of users. */
public final class ModelUsers extends ModelTable<User, UserDraft> {

  private static final String NAME = "users";
  private static final ModelOrder<User> BY_NAME =
      ModelOrder.of("users asc username", List.of(User::username), false);

  ModelUsers(ModelStore store, ModelTransactions transactions) {
    super(store, transactions, NAME);
  }

  @Override
  NavigableMap<UUID, User> of(ModelRows all) {
    return all.users;
  }

  @Override
  void remove(UUID id) {
    transactions.rows().removeUser(id);
  }

  @Override
  UUID id(User user) {
    return user.id();
  }

  @Override
  long version(User user) {
    return user.version();
  }

  @Override
  User complete(UserDraft draft) {
    String username = Values.required(draft.username());
    String email = Values.required(draft.email());
    String hash = Values.required(draft.passwordHash());
    UUID id = draft.id() != null ? draft.id() : newId();
    Instant created = draft.createdAt() != null ? draft.createdAt() : now();
    Instant updated = draft.updatedAt() != null ? draft.updatedAt() : created;
    return new User(id, username, email, PasswordHash.ofEncoded(hash), created, updated, 0);
  }

  @Override
  void validate(User user) {
    checkText("username", user.username());
    checkText("email", user.email());
    checkText("password_hash", user.passwordHash().encoded());
    Values.checkInstant(NAME, "created_at", user.createdAt());
    Values.checkInstant(NAME, "updated_at", user.updatedAt());
  }

  private static void checkText(String column, String text) {
    int most =
        switch (column) {
          case "username" -> 64;
          case "email" -> 254;
          default -> 255;
        };
    Values.checkText(NAME, column, text, 1, most);
  }

  @Override
  User touched(User user) {
    return user.with().updatedAt(now()).version(user.version() + 1).build();
  }

  @Override
  User overwritten(User stored, User user) {
    return user.with().createdAt(stored.createdAt()).build();
  }

  @Override
  User upserted(User stored, User user) {
    return overwritten(stored, user).with().id(stored.id()).version(stored.version() + 1).build();
  }

  @Override
  @Nullable ModelFailure refusalOf(User user, @Nullable User stored, Visibility visibility) {
    return visibility.permits(user) ? null : transactions.refusals().foreignRow(NAME, "id");
  }

  @Override
  void validate(Edit edit) {
    checkText(edit.column(), (String) Values.required(edit.value()));
  }

  @Override
  User edited(User user, Edit edit) {
    String value = (String) Values.required(edit.value());
    return switch (edit.column()) {
      case "username" -> user.with().username(value).build();
      case "email" -> user.with().email(value).build();
      default -> user.with().passwordHash(PasswordHash.ofEncoded(value)).build();
    };
  }

  @Override
  void ensureAllowed(User user) {
    ensureUnique(user, User::username, "username");
    ensureUnique(user, User::email, "email");
  }

  /** Returns the names of users that exist. */
  public List<UserName> findNames(List<UUID> ids) {
    return findAllById(ids).stream().map(ModelUsers::nameOf).toList();
  }

  /** Returns the names of users in their order. */
  public ModelPage<UserName> listNames(ModelPage.Request request) {
    ModelPage<User> page = page(BY_NAME, request, user -> true, NO_VALUES);
    return new ModelPage<>(
        page.items().stream().map(ModelUsers::nameOf).toList(), page.next(), page.previous());
  }

  private static UserName nameOf(User user) {
    return new UserName(user.id(), user.username());
  }

  public Optional<User> findByUsername(@Nullable String username) {
    return findBy(User::username, username);
  }

  public Optional<User> findByEmail(@Nullable String email) {
    return findBy(User::email, email);
  }

  public List<User> findAllByUsername(List<String> usernames) {
    return findAllBy(User::username, usernames);
  }

  public List<User> findAllByEmail(List<String> emails) {
    return findAllBy(User::email, emails);
  }

  public List<User> upsertAllByUsername(List<UserDraft> drafts) {
    return upsertAll(User::username, "username", drafts, false);
  }

  public List<User> upsertAllByEmail(List<UserDraft> drafts) {
    return upsertAll(User::email, "email", drafts, false);
  }

  /**
   * Returns the numbers of users, tasks, links and shares in the export of a user. It contains the
   * tasks that are assigned to the user too.
   */
  public List<Long> exported(UUID id) {
    return transactions.transaction(
        true,
        () -> personalRows(id, task -> task.userId().equals(id) || id.equals(task.assigneeId())));
  }

  /** Deletes a user and returns the numbers of deleted users, tasks, links and shares. */
  public List<Long> erase(UUID id) {
    return transactions.atomically(
        () -> {
          List<Long> erased = personalRows(id, task -> task.userId().equals(id));
          remove(id);
          return erased;
        });
  }

  private List<Long> personalRows(UUID id, Predicate<Task> isPersonal) {
    if (transactions.visibility() != null) {
      return transactions.refusals().plainJooq(() -> countPersonalRows(id, isPersonal));
    }
    return countPersonalRows(id, isPersonal);
  }

  private List<Long> countPersonalRows(UUID id, Predicate<Task> isPersonal) {
    if (!rows().containsKey(id)) {
      throw ModelFailure.missing(NAME);
    }
    List<UUID> tasks =
        transactions.rows().tasks.values().stream().filter(isPersonal).map(Task::id).toList();
    long links =
        transactions.rows().links.stream().filter(link -> tasks.contains(link.task())).count();
    long shares =
        transactions.rows().shares.stream()
            .filter(share -> share.user().equals(id) || tasks.contains(share.task()))
            .count();
    return List.of(1L, (long) tasks.size(), links, shares);
  }
}
