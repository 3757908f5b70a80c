package dev.taskstore.core.tck;

import static dev.taskstore.core.tck.ScopeWorld.ADA;
import static dev.taskstore.core.tck.ScopeWorld.BOB;
import static dev.taskstore.core.tck.ScopeWorld.USERS;
import static dev.taskstore.core.tck.ScopeWorld.page;
import static dev.taskstore.core.tck.ScopeWorld.user;
import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskSession;
import dev.taskstore.User;
import dev.taskstore.UserChanges;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;

/** The calls of users in a scope. */
final class UserScopeScenarios {

  private static final List<String> NAMES = List.of("bob", "ada", "nobody");
  private static final List<String> EMAILS =
      List.of("bob@example.com", "ada@example.com", "nobody@example.com");

  private UserScopeScenarios() {}

  private static User copy(UUID id, String name) {
    return user(id).with().username(name).email(name + "@example.com").version(5).build();
  }

  private static NewUser draft(UUID id, String name) {
    return NewUser.of(name, name + "@example.org", PasswordHash.locked()).id(id);
  }

  private static User renamed(UUID id) {
    return user(id).with().username("renamed").build();
  }

  static void addTo(ScopeScenarios all) {
    addReads(all);
    addWrites(all);
    addUpserts(all);
  }

  private static void addReads(ScopeScenarios all) {
    all.equalForEach("users.findById(Object)", USERS, id -> s -> s.users().findById(id))
        .equalForEach("users.getById(Object)", USERS, id -> s -> s.users().getById(id))
        .equalForEach("users.existsById(Object)", USERS, id -> s -> s.users().existsById(id))
        .equal("users.findAllById(Collection)", s -> s.users().findAllById(USERS))
        .equal("users.findAll(PageRequest)", s -> s.users().findAll(page()))
        .equal("users.count()", s -> s.users().count())
        .equal(
            "users.where(Condition)",
            s ->
                s.users()
                    .where(DSL.exists(DSL.selectOne().from(TASKS).where(TASKS.USER_ID.eq(BOB))))
                    .list())
        .equal(
            "users.stream()",
            s -> {
              try (Stream<User> users = s.users().stream()) {
                return users.toList();
              }
            })
        .equalForEach(
            "users.findByUsername(String)", NAMES, name -> s -> s.users().findByUsername(name))
        .equal("users.findAllByUsername(Collection)", s -> s.users().findAllByUsername(NAMES))
        .equalForEach(
            "users.findByEmail(String)", EMAILS, email -> s -> s.users().findByEmail(email))
        .equal("users.findAllByEmail(Collection)", s -> s.users().findAllByEmail(EMAILS));
  }

  private static void addWrites(ScopeScenarios all) {
    all.equalForEach("users.update(Object)", USERS, id -> s -> s.users().update(renamed(id)))
        .equal("users.update(Object)", s -> s.users().update(user(ADA).with().version(7).build()))
        .equal("users.updateAll(Collection)", s -> s.users().updateAll(List.of(renamed(ADA))))
        .equal(
            "users.updateAll(Collection)",
            s -> s.users().updateAll(List.of(renamed(ADA), user(BOB))))
        .equalForEach(
            "users.update(Object, Changes)",
            USERS,
            id -> s -> s.users().update(id, UserChanges.none().username("renamed")))
        .equalForEach(
            "users.update(Object, Changes)",
            USERS,
            id -> s -> s.users().update(id, UserChanges.none()))
        .equalForEach(
            "users.update(Object, long, Changes)",
            USERS,
            id -> s -> s.users().update(id, 0, UserChanges.none().username("again")))
        .equalForEach(
            "users.delete(Object)",
            List.of(BOB, ADA),
            id ->
                s -> {
                  s.users().delete(user(id));
                  return "deleted";
                })
        .equalForEach("users.deleteById(Object)", USERS, id -> s -> s.users().deleteById(id))
        .equalForEach(
            "users.deleteById(Object, long)",
            USERS,
            id ->
                s -> {
                  s.users().deleteById(id, 0);
                  return "deleted";
                })
        .equal("users.deleteAllById(Collection)", s -> s.users().deleteAllById(USERS))
        .equal("users.insert(Object)", s -> s.users().insert(draft(ADA, "new")))
        .refused("users.insert(Object)", s -> s.users().insert(draft(ScopeWorld.NOBODY, "new")))
        .refused("users.insert(Object)", s -> s.users().insert(draft(BOB, "bob")))
        .equal("users.insertAll(Collection)", s -> s.users().insertAll(List.of(draft(ADA, "new"))))
        .refused(
            "users.insertAll(Collection)",
            s -> s.users().insertAll(List.of(draft(ScopeWorld.NOBODY, "new"))))
        .equal("users.insertCopy(Object)", s -> s.users().insertCopy(copy(ADA, "new")))
        .refused(
            "users.insertCopy(Object)", s -> s.users().insertCopy(copy(ScopeWorld.NOBODY, "new")))
        .equal(
            "users.insertAllCopies(Collection)",
            s -> s.users().insertAllCopies(List.of(copy(ADA, "new"))))
        .refused(
            "users.insertAllCopies(Collection)",
            s -> s.users().insertAllCopies(List.of(copy(ScopeWorld.NOBODY, "new"))))
        .equal("users.load(Stream)", s -> s.users().load(Stream.of(draft(ADA, "new"))))
        .refused(
            "users.load(Stream)", s -> s.users().load(Stream.of(draft(ScopeWorld.NOBODY, "new"))))
        .equal(
            "users.load(Stream, LongConsumer)",
            s -> s.users().load(Stream.of(draft(ADA, "new")), loaded -> {}))
        .refused(
            "users.load(Stream, LongConsumer)",
            s -> s.users().load(Stream.of(draft(BOB, "new")), loaded -> {}))
        .refused("users.erase(UUID)", s -> s.users().erase(ADA))
        .refused("users.exportPersonalData(UUID, OutputStream)", s -> export(s, ADA));
  }

  private static String export(TaskSession session, UUID id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      session.users().exportPersonalData(id, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void addUpserts(ScopeScenarios all) {
    NewUser own = draft(ADA, "ada").updatedAt(TaskStoreContract.START);
    NewUser byName = draft(new UUID(7, 7), "ada");
    NewUser byEmail =
        NewUser.of("ada 2", "ada@example.com", PasswordHash.locked()).id(new UUID(7, 8));
    NewUser bob = draft(new UUID(7, 9), "bob");
    NewUser emailOfBob =
        NewUser.of("bob 2", "bob@example.com", PasswordHash.locked()).id(new UUID(7, 9));
    all.equal(
            "users.upsertByUsername(NewUser)",
            s -> s.users().upsertByUsername(own),
            s -> s.users().upsertByUsername(byName))
        .refused("users.upsertByUsername(NewUser)", s -> s.users().upsertByUsername(bob))
        .equal(
            "users.upsertAllByUsername(Collection)",
            s -> s.users().upsertAllByUsername(List.of(byName)))
        .refused(
            "users.upsertAllByUsername(Collection)",
            s -> s.users().upsertAllByUsername(List.of(byName, bob)))
        .equal("users.upsertByEmail(NewUser)", s -> s.users().upsertByEmail(byEmail))
        .refused("users.upsertByEmail(NewUser)", s -> s.users().upsertByEmail(emailOfBob))
        .equal(
            "users.upsertAllByEmail(Collection)", s -> s.users().upsertAllByEmail(List.of(byEmail)))
        .refused(
            "users.upsertAllByEmail(Collection)",
            s -> s.users().upsertAllByEmail(List.of(emailOfBob)));
  }
}
