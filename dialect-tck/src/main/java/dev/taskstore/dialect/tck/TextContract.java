package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text: stored unchanged, measured and ordered in code points, and rejected if it is not valid
 * Unicode.
 */
abstract class TextContract extends Contract {

  private static final String ROCKET = "\uD83D\uDE80";

  TextContract(DialectFixture tck) {
    super(tck);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "'",
        "''; DROP TABLE users; --",
        "\"",
        "\\",
        "\\\\N",
        "\\.",
        "\\N",
        "\t\n\r",
        "\r\n",
        "\u0001\u001f\u007f\u0080\u009f",
        "null",
        "NULL",
        "%_",
        "{0} ? :name ${x} ?::int",
        "-- comment",
        "/* comment */",
        "\uFEFFbom",
        "\u202Ertl",
        "e\u0301",
        "\u00e9",
        "\u1112\u1161\u11ab",
        "\uD83D\uDC69\u200D\uD83D\uDE80",
        "\uD83D\uDE80",
        "\uFFFD\uFFFE\uFFFF",
        "\uDBFF\uDFFF",
        "1e5",
        "007",
        "0x10",
        "true",
        " leading and trailing "
      })
  void everyTextComesBackAsItWas(String text) {
    User ada = insertUser("ada");

    Task task = store().tasks().insert(NewTask.of(ada.id(), text).description(text));
    Task loaded = load(ada, text);

    assertThat(store().tasks().getById(task.id()).title()).isEqualTo(text);
    assertThat(store().tasks().getById(task.id()).description()).isEqualTo(text);
    assertThat(loaded.title()).isEqualTo(text);
    assertThat(loaded.description()).isEqualTo(text);
    assertThat(store().tags().findByName(store().tags().insert(NewTag.of(text)).name()))
        .hasValueSatisfying(tag -> assertThat(tag.name()).isEqualTo(text));
  }

  private Task load(User user, String text) {
    java.util.UUID id = new java.util.UUID(7, 7);
    store().tasks().load(Stream.of(NewTask.of(user.id(), text).description(text).id(id)));
    return store().tasks().getById(id);
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    User ada = insertUser("ada");
    Task task = store().tasks().insert(NewTask.of(ada.id(), ROCKET.repeat(255)));

    assertThat(store().tasks().getById(task.id()).title()).isEqualTo(ROCKET.repeat(255));
    assertRefused("tasks", "title", "ck_tasks_title_length", title(ada, ROCKET.repeat(256)));
    assertRefused("tasks", "title", "ck_tasks_title_length", title(ada, "x".repeat(256)));
    assertRefused("tasks", "title", "ck_tasks_title_length", title(ada, ""));
    store().tasks().insert(NewTask.of(ada.id(), "t").description("y".repeat(65_536)));
    assertRefused(
        "tasks",
        "description",
        "ck_tasks_description_length",
        () -> store().tasks().insert(NewTask.of(ada.id(), "t").description("y".repeat(65_537))));
    insertUser("e\u0301".repeat(32));
    assertRefused(
        "users",
        "username",
        "ck_users_username_length",
        () -> insertUser("e\u0301".repeat(32) + "x"));
  }

  private ThrowingCallable title(User user, String title) {
    return () -> store().tasks().insert(NewTask.of(user.id(), title));
  }

  private static void assertRefused(
      String table, String column, String constraint, ThrowingCallable call) {
    InvalidArgumentException refused = catchThrowableOfType(InvalidArgumentException.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.table()).isEqualTo(table);
    assertThat(refused.columns()).containsExactly(column);
    assertThat(refused.constraint()).isEqualTo(constraint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\0", "a\uD83D", "\uDE80a", "\uDE80\uD83D", "\uD83Da\uDE80"})
  void nulCharactersAndLoneSurrogatesAreRefusedEverywhere(String bad) {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");
    var tasks = store().tasks();
    List<ThrowingCallable> calls =
        List.of(
            () -> tasks.insert(NewTask.of(ada.id(), bad)),
            () -> tasks.insert(NewTask.of(ada.id(), "t").description(bad)),
            () -> tasks.insertAll(List.of(NewTask.of(ada.id(), "t"), NewTask.of(ada.id(), bad))),
            () -> tasks.load(Stream.of(NewTask.of(ada.id(), "t"), NewTask.of(ada.id(), bad))),
            () -> tasks.update(task.with().title(bad).build()),
            () -> tasks.updateAll(List.of(task.with().description(bad).build())),
            () -> tasks.update(task.id(), TaskChanges.none().title(bad)),
            () -> tasks.searchTitle(bad, dev.taskstore.db.PageRequest.first(1)),
            () -> store().users().findByUsername(bad),
            () -> store().users().findAllByUsername(List.of("ada", bad)),
            () -> store().users().upsertByUsername(newUser(bad)),
            () -> store().tags().attach(task.id(), "ok", bad),
            () -> store().tags().findOrCreateAll(List.of(bad)),
            () -> store().tags().findAllByName(List.of("ok", bad)),
            () ->
                store()
                    .users()
                    .insert(
                        dev.taskstore.dialect.tck.tasks.NewUser.of(
                            "x",
                            "x@x",
                            dev.taskstore.dialect.tck.tasks.PasswordHash.ofEncoded(bad))));
    for (ThrowingCallable call : calls) {
      InvalidArgumentException refused = catchThrowableOfType(InvalidArgumentException.class, call);
      assertThat(refused).isNotNull();
      assertThat(refused).hasMessageContaining("Remove or replace it");
    }
    assertThat(tasks.count()).isEqualTo(1);
    assertThat(store().users().count()).isEqualTo(1);
    assertThat(store().tags().count()).isZero();
  }

  @Test
  void uniqueTextIsComparedByCodePoint() {
    List<String> different =
        List.of(
            "a", "A", "a ", " a", "\u00e1", "a\u0301", "\uFF41", "ss", "\u00df", "\u0131", "i", "I",
            "\u0130");

    different.forEach(this::insertUser);

    for (String name : different) {
      assertThat(store().users().findByUsername(name))
          .hasValueSatisfying(user -> assertThat(user.username()).isEqualTo(name));
    }
    assertThat(store().users().findAllByUsername(different))
        .extracting(User::username)
        .isEqualTo(different);
  }

  @Test
  void sortedTextIsInTheOrderOfCodePoints() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "!",
                "-",
                "0",
                "10",
                "9",
                "A",
                "B",
                "Z",
                "_",
                "a",
                "a b",
                "a-b",
                "aB",
                "ab",
                "b",
                "z",
                "\u00c4",
                "\u00df",
                "\u00e4",
                "\u0141",
                "\u4e2d",
                "\uD7FF",
                "\uE000",
                "\uFFFD",
                ROCKET,
                "\uDBFF\uDFFF"));
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.forEach(this::insertUser);
    var all = store().users().where(DSL.noCondition());

    assertThat(all.orderBy(USERS.USERNAME.asc()).list())
        .extracting(User::username)
        .isEqualTo(names);
    Collections.reverse(names);
    assertThat(all.orderBy(USERS.USERNAME.desc()).list())
        .extracting(User::username)
        .isEqualTo(names);
    assertThat(store().users().where(USERS.USERNAME.lt("a")).count()).isEqualTo(9);
    assertThat(store().users().where(USERS.USERNAME.between("A", "Z")).count()).isEqualTo(3);
  }
}
