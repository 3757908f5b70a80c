package dev.taskstore.examples.web.account;

import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.UserName;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The names of all users. Everybody who is signed in may see them: a team shares and assigns tasks
 * by name. Nothing else of a user leaves this class. Thread-safe.
 */
@Component
public class UserDirectory {

  private static final int SUGGESTED_NAMES = 200;

  private final TaskStore store;

  UserDirectory(TaskStore store) {
    this.store = store;
  }

  /**
   * Returns the names of users.
   *
   * @param ids the identifiers
   * @return the name of each user that exists
   */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return store.users().findNames(ids).stream()
        .collect(Collectors.toMap(UserName::id, UserName::username));
  }

  /**
   * Finds a user by name.
   *
   * @param username the name
   * @return the identifier, or empty if there is no such user
   */
  public Optional<UUID> find(String username) {
    try {
      return store.users().findByUsername(username).map(User::id);
    } catch (InvalidArgumentException e) {
      return Optional.empty(); // no user has such a name
    }
  }

  /**
   * Returns names to choose from.
   *
   * @return the first names in their order
   */
  public List<String> suggestions() {
    return store.users().listNames(PageRequest.first(SUGGESTED_NAMES)).items().stream()
        .map(UserName::username)
        .toList();
  }
}
