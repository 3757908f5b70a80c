package dev.taskstore.differential;

import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskSession;
import dev.taskstore.User;
import dev.taskstore.UserChanges;
import dev.taskstore.UserRepository;
import dev.taskstore.differential.model.Edit;
import dev.taskstore.differential.model.ModelStore;
import dev.taskstore.differential.model.ModelUsers;
import dev.taskstore.differential.model.UserDraft;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The form of users. */
final class UserForm implements Form<User, UserDraft, NewUser, UserChanges> {

  static final List<Column<User, ?>> COLUMNS =
      List.of(
          Column.of(USERS.ID, User::id, Draw::userId),
          Column.of(USERS.USERNAME, User::username, UserForm::username),
          Column.of(USERS.EMAIL, User::email, UserForm::email),
          Column.of(USERS.CREATED_AT, User::createdAt, Draw::instant),
          Column.of(USERS.UPDATED_AT, User::updatedAt, Draw::instant),
          Column.of(USERS.VERSION, User::version, draw -> (long) draw.between(0, 3)));

  static String username(Draw draw) {
    String taken = draw.takenName();
    return taken != null ? taken : draw.text(Texts.NAMES, 64);
  }

  static String email(Draw draw) {
    String taken = draw.takenName();
    return taken != null ? taken : draw.text(Texts.NAMES, 254);
  }

  private static String hash(Draw draw) {
    return draw.chance(95) ? "!" : draw.text(Texts.NAMES, 255);
  }

  @Override
  public String name() {
    return "users";
  }

  @Override
  public UserRepository repository(TaskSession session) {
    return session.users();
  }

  @Override
  public ModelUsers table(ModelStore store) {
    return store.users();
  }

  @Override
  public UserDraft draft(Draw draw) {
    return new UserDraft(
        draw.newUserId(),
        draw.rarely() ? null : username(draw),
        draw.rarely() ? null : email(draw),
        draw.rarely() ? null : hash(draw),
        draw.sometimes(15, draw::instant),
        draw.sometimes(10, draw::instant));
  }

  @Override
  public NewUser toLibrary(UserDraft draft) {
    return draft.toLibrary();
  }

  @Override
  public UUID id(Draw draw) {
    return draw.userId();
  }

  @Override
  public IdSource newIds(Draw draw, int count) {
    return draw.newUsers(count);
  }

  @Override
  public List<Edit> edits(Draw draw) {
    return draw.list(2, UserForm::edit);
  }

  private static Edit edit(Draw draw) {
    return switch (draw.between(0, 4)) {
      case 0, 1 -> new Edit("username", draw.rarely() ? null : username(draw));
      case 2, 3 -> new Edit("email", draw.rarely() ? null : email(draw));
      default -> new Edit("password_hash", draw.rarely() ? null : hash(draw));
    };
  }

  @Override
  public UserChanges changes(List<Edit> edits) {
    UserChanges changes = UserChanges.none();
    for (Edit edit : edits) {
      String value = (String) edit.value();
      changes =
          switch (edit.column()) {
            case "username" -> changes.username(value);
            case "email" -> changes.email(value);
            default -> changes.passwordHash(value == null ? null : PasswordHash.ofEncoded(value));
          };
    }
    return changes;
  }

  @Override
  public UUID idOf(User user) {
    return user.id();
  }

  @Override
  public User ghost(UUID id) {
    return new User(id, "ghost", "ghost", PasswordHash.locked(), Instant.EPOCH, Instant.EPOCH, 0);
  }

  @Override
  public User versioned(User user, int difference) {
    return user.with().version(user.version() + difference).build();
  }

  @Override
  public User edited(User user, Edit edit) {
    String value = (String) edit.value();
    return switch (edit.column()) {
      case "username" -> user.with().username(value).build();
      case "email" -> user.with().email(value).build();
      default -> user.with().passwordHash(PasswordHash.ofEncoded(value)).build();
    };
  }

  @Override
  public User createdAt(User user, Instant instant) {
    return user.with().createdAt(instant).build();
  }
}
