package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.TextPattern;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** jOOQ's predicates of the LIKE family and its functions that convert case. */
abstract class PatternMatchingContract extends Contract {

  PatternMatchingContract(DialectFixture tck) {
    super(tck);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  private void insertTitles(String... titles) {
    User ada = insertUser("ada");
    for (String title : titles) {
      insertTask(ada, title);
    }
  }

  /** Selects by a repository and by plain jOOQ, which must agree. */
  private List<String> titles(Condition condition) {
    List<String> titles =
        tasks().where(condition).orderBy(TASKS.TITLE.asc()).list().stream()
            .map(Task::title)
            .toList();
    assertThat(
            store()
                .dsl()
                .select(TASKS.TITLE)
                .from(TASKS)
                .where(condition)
                .orderBy(TASKS.TITLE)
                .fetch(TASKS.TITLE))
        .isEqualTo(titles);
    return titles;
  }

  private static Field<String> computed(String text) {
    return DSL.concat(DSL.val(text), DSL.val(""));
  }

  @Test
  void caseIsSignificant() {
    insertTitles("Buy milk", "BUY EGGS", "buy bread", "Do not Buy");

    assertThat(titles(TASKS.TITLE.startsWith("Buy"))).containsExactly("Buy milk");
    assertThat(titles(TASKS.TITLE.endsWith("Buy"))).containsExactly("Do not Buy");
    assertThat(titles(TASKS.TITLE.contains("Buy"))).containsExactly("Buy milk", "Do not Buy");
    assertThat(titles(TASKS.TITLE.like("Buy%"))).containsExactly("Buy milk");
    assertThat(titles(TASKS.TITLE.notLike("B%"))).containsExactly("Do not Buy", "buy bread");
    assertThat(titles(TASKS.TITLE.like("_uy%"))).containsExactly("Buy milk", "buy bread");
    assertThat(titles(TASKS.TITLE.notContains("Buy"))).containsExactly("BUY EGGS", "buy bread");
    assertThat(titles(DSL.not(TASKS.TITLE.startsWith("B")))).hasSize(2);
  }

  @Test
  void aBackslashIsAnOrdinaryCharacter() {
    insertTitles("a\\b", "ab", "a%", "a\\%");

    assertThat(titles(TASKS.TITLE.like("a\\b"))).containsExactly("a\\b");
    assertThat(titles(TASKS.TITLE.like("a\\%"))).containsExactly("a\\%", "a\\b");
    assertThat(titles(TASKS.TITLE.like("a\\%", '\\'))).containsExactly("a%");
    assertThat(titles(TASKS.TITLE.contains("\\"))).containsExactly("a\\%", "a\\b");
    assertThat(titles(TASKS.TITLE.endsWith("\\b"))).containsExactly("a\\b");
  }

  @Test
  void anEscapedCharacterStandsForItself() {
    insertTitles("100%", "1000", "a_b", "axb", "!", "!!");

    assertThat(titles(TASKS.TITLE.like("100!%", '!'))).containsExactly("100%");
    assertThat(titles(TASKS.TITLE.like("a#_b", '#'))).containsExactly("a_b");
    assertThat(titles(TASKS.TITLE.like("!!", '!'))).containsExactly("!");
    assertThat(titles(TASKS.TITLE.like("%!b", '!'))).containsExactly("a_b", "axb");
    assertThat(titles(TASKS.TITLE.notLike("%!%", '!').and(TASKS.TITLE.like("1%"))))
        .containsExactly("1000");
  }

  @Test
  void aPatternThatEndsWithItsEscapeCharacterIsRefused() {
    insertTitles("a");

    Condition condition = TASKS.TITLE.like("a!", '!');
    assertThatThrownBy(() -> tasks().where(condition).list())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("escape character");
    assertThatThrownBy(() -> store().dsl().fetchCount(TASKS, condition))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void wildcardsOfOtherSyntaxesAreOrdinaryCharacters() {
    insertTitles("*", "a?", "[x]", "x", "^x$", "a.b", "%", "_", "]", "a*b", "(a|b)", "'");

    for (String title : List.of("*", "?", "[x", "]", "^", "$", ".", "%", "_", "(a|", "'")) {
      assertThat(titles(TASKS.TITLE.contains(title)))
          .as(title)
          .isNotEmpty()
          .allMatch(found -> found.contains(title));
      assertThat(titles(TASKS.TITLE.containsIgnoreCase(title)))
          .as(title)
          .isEqualTo(titles(TASKS.TITLE.contains(title)));
      assertThat(titles(TASKS.TITLE.contains(computed(title))))
          .as(title)
          .isEqualTo(titles(TASKS.TITLE.contains(title)));
      assertThat(titles(TASKS.TITLE.startsWith(computed(title))))
          .as(title)
          .isEqualTo(titles(TASKS.TITLE.startsWith(title)));
      assertThat(titles(TASKS.TITLE.endsWith(computed(title))))
          .as(title)
          .isEqualTo(titles(TASKS.TITLE.endsWith(title)));
    }
    assertThat(titles(TASKS.TITLE.like("[x]"))).containsExactly("[x]");
    assertThat(titles(TASKS.TITLE.like("_*_"))).containsExactly("a*b");
  }

  @Test
  void emptyTextsAreFoundEverywhere() {
    insertTitles("a", "b");

    assertThat(titles(TASKS.TITLE.contains(""))).hasSize(2);
    assertThat(titles(TASKS.TITLE.startsWith(""))).hasSize(2);
    assertThat(titles(TASKS.TITLE.endsWith(""))).hasSize(2);
    assertThat(titles(TASKS.TITLE.contains(computed("")))).hasSize(2);
    assertThat(titles(TASKS.TITLE.startsWith(computed("")))).hasSize(2);
    assertThat(titles(TASKS.TITLE.endsWith(computed("")))).hasSize(2);
    assertThat(titles(TASKS.TITLE.like(""))).isEmpty();
    assertThat(titles(TASKS.TITLE.like("%"))).hasSize(2);
    assertThat(titles(TASKS.TITLE.likeIgnoreCase(""))).isEmpty();
  }

  @Test
  void patternsMatchSeveralLines() {
    insertTitles("two\nlines", "two\n", "two");

    assertThat(titles(TASKS.TITLE.like("two_lines"))).containsExactly("two\nlines");
    assertThat(titles(TASKS.TITLE.likeIgnoreCase("TWO_LINES"))).containsExactly("two\nlines");
    assertThat(titles(TASKS.TITLE.likeIgnoreCase("TWO%S"))).containsExactly("two\nlines");
    assertThat(titles(TASKS.TITLE.likeIgnoreCase("TWO"))).containsExactly("two");
    assertThat(titles(TASKS.TITLE.endsWithIgnoreCase("TWO"))).containsExactly("two");
  }

  @Test
  void ignoringCaseUsesTheSimpleMappingsOfUnicode() {
    insertTitles(
        "\u00c9T\u00c9", "\u00e9t\u00e9", "Stra\u00dfe", "STRASSE", "kelvin", "\u212aELVIN");

    assertThat(titles(TASKS.TITLE.likeIgnoreCase("\u00c9t_"))).hasSize(2);
    assertThat(titles(TASKS.TITLE.startsWithIgnoreCase("\u00e9"))).hasSize(2);
    assertThat(titles(TASKS.TITLE.endsWithIgnoreCase("\u00e9"))).hasSize(2);
    assertThat(titles(TASKS.TITLE.containsIgnoreCase("STRA\u00df"))).containsExactly("Stra\u00dfe");
    assertThat(titles(TASKS.TITLE.containsIgnoreCase("Kelvin"))).containsExactly("kelvin");
    assertThat(titles(TASKS.TITLE.containsIgnoreCase("\u212aelvin")))
        .containsExactly("kelvin", "\u212aELVIN");
    assertThat(titles(TASKS.TITLE.notLikeIgnoreCase("%T%")))
        .containsExactly("kelvin", "\u212aELVIN");
    assertThat(titles(TASKS.TITLE.notContainsIgnoreCase("t")))
        .containsExactly("kelvin", "\u212aELVIN");
    assertThat(titles(TASKS.TITLE.likeIgnoreCase("K#ELVIN", '#'))).containsExactly("kelvin");
  }

  @Test
  @Requires(Capability.CODE_POINT_ORDER)
  void anUnderscoreStandsForOneCodePoint() {
    insertTitles("a\ud83d\ude00b", "axb", "ab");

    assertThat(titles(TASKS.TITLE.like("a_b"))).containsExactly("axb", "a\ud83d\ude00b");
    assertThat(titles(TASKS.TITLE.like("a__b"))).isEmpty();
    assertThat(titles(TASKS.TITLE.likeIgnoreCase("A_B"))).hasSize(2);
  }

  @Test
  void nullsAreUnknown() {
    insertTitles("a");
    String nothing = null;

    for (Condition unknown :
        List.of(
            TASKS.DESCRIPTION.like("%"),
            TASKS.DESCRIPTION.likeIgnoreCase("%"),
            TASKS.DESCRIPTION.contains(""),
            TASKS.DESCRIPTION.containsIgnoreCase(""),
            TASKS.DESCRIPTION.startsWith(computed("")),
            TASKS.TITLE.like(nothing),
            TASKS.TITLE.likeIgnoreCase(nothing),
            TASKS.TITLE.startsWith(nothing),
            TASKS.TITLE.contains(nothing),
            TASKS.TITLE.endsWith(nothing),
            TASKS.TITLE.startsWithIgnoreCase(nothing))) {
      assertThat(titles(unknown)).isEmpty();
      assertThat(titles(DSL.not(unknown))).isEmpty();
      assertThat(titles(unknown.or(TASKS.TITLE.eq("a")))).hasSize(1);
    }
  }

  @Test
  void severalPatternsAreMatchedAtOnce() {
    insertTitles("Ship", "ship", "Shop", "Buy");

    assertThat(titles(TASKS.TITLE.like(DSL.any("Sh_p", "B%"))))
        .containsExactly("Buy", "Ship", "Shop");
    assertThat(titles(TASKS.TITLE.like(DSL.all("S%", "%i%")))).containsExactly("Ship");
    assertThat(titles(TASKS.TITLE.notLike(DSL.all("S%", "%y")))).containsExactly("ship");
    assertThat(titles(TASKS.TITLE.notLike(DSL.any("S%", "%p")))).containsExactly("Buy", "ship");
    assertThat(titles(TASKS.TITLE.like(DSL.any("B!%", "S%")).escape('!')))
        .containsExactly("Ship", "Shop");
  }

  @Test
  void otherExpressionsAndColumnsAreComparedToo() {
    insertTitles("Title", "x");
    store().dsl().update(TASKS).set(TASKS.DESCRIPTION, "itl").execute();

    assertThat(titles(TASKS.TITLE.contains(TASKS.DESCRIPTION))).containsExactly("Title");
    assertThat(titles(TASKS.TITLE.concat("!").endsWith("e!"))).containsExactly("Title");
    assertThat(titles(DSL.lower(TASKS.TITLE).like("t%"))).containsExactly("Title");
    assertThat(titles(TASKS.PRIORITY.startsWith(TaskPriority.MEDIUM))).hasSize(2);
    assertThat(titles(DSL.exists(DSL.selectOne().from(TASKS).where(TASKS.TITLE.like("T%")))))
        .hasSize(2);
    assertThat(titles(TASKS.TITLE.like(DSL.inline("T%")))).containsExactly("Title");
    assertThat(titles(DSL.when(TASKS.TITLE.startsWith("T"), 1).otherwise(0).eq(1)))
        .containsExactly("Title");
  }

  @Test
  void predicatesWithoutACommonMeaningAreRefused() {
    List<Condition> conditions =
        List.of(
            TASKS.TITLE.likeRegex("a+"),
            TASKS.TITLE.notLikeRegex("a+"),
            TASKS.TITLE.similarTo("a+"),
            TASKS.TITLE.notSimilarTo("a+"),
            TASKS.TITLE.like(computed("a%")),
            TASKS.TITLE.likeIgnoreCase(TASKS.DESCRIPTION),
            TASKS.TITLE.containsIgnoreCase(TASKS.DESCRIPTION),
            TASKS.TITLE.like(DSL.any(DSL.select(TASKS.DESCRIPTION).from(TASKS))),
            TASKS.DUE_AT.like("2026%"),
            TASKS.VERSION.contains(1L),
            DSL.not(TASKS.TITLE.eq("a").or(TASKS.ID.likeIgnoreCase("a%"))),
            DSL.exists(DSL.selectOne().from(TASKS).where(TASKS.TITLE.likeRegex("a"))));

    for (Condition condition : conditions) {
      assertThatThrownBy(() -> tasks().where(condition).list())
          .as("%s", condition)
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("startsWith");
      assertThatThrownBy(() -> tasks().where(condition).count())
          .isInstanceOf(InvalidArgumentException.class);
    }
  }

  @Test
  void patternsHaveAMaximumLength() {
    insertTitles("a".repeat(100));
    String longest = "a".repeat(TextPattern.MAXIMUM_LENGTH - 1) + "%";

    assertThat(titles(TASKS.TITLE.notLike(longest))).hasSize(1);
    assertThat(titles(DSL.not(TASKS.TITLE.containsIgnoreCase("k".repeat(3_498))))).hasSize(1);
    assertThatThrownBy(() -> tasks().where(TASKS.TITLE.like(longest + "a")).list())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("3500");
    assertThatThrownBy(() -> tasks().where(TASKS.TITLE.contains("b".repeat(3_499))).exists())
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  @Requires(Capability.CODE_POINT_ORDER)
  void caseIsConvertedFromAToZ() {
    insertTitles("\u00c9T\u00c9", "ABC");
    Field<String> text = DSL.val("\u00c9T\u00c9 \u0130 \u00df", SQLDataType.VARCHAR);

    var converted =
        store().dsl().select(DSL.lower(text), DSL.upper(text.concat("x"))).fetchSingle();
    assertThat(converted.value1()).isEqualTo("\u00c9t\u00c9 \u0130 \u00df");
    assertThat(converted.value2()).isEqualTo("\u00c9T\u00c9 \u0130 \u00dfX");
    assertThat(titles(TASKS.TITLE.equalIgnoreCase("\u00c9t\u00c9")))
        .containsExactly("\u00c9T\u00c9");
    assertThat(titles(TASKS.TITLE.equalIgnoreCase("\u00e9t\u00e9"))).isEmpty();
    assertThat(titles(DSL.lower(TASKS.TITLE).eq("abc"))).containsExactly("ABC");
    assertThat(titles(DSL.upper(TASKS.TITLE.concat("\u00e9")).eq("ABC\u00e9")))
        .containsExactly("ABC");
  }

  @Test
  void streamsCountsAndPagesUseTheSameConditions() {
    insertTitles("Buy milk", "BUY EGGS");
    var bought = tasks().where(TASKS.TITLE.startsWith("Buy"));

    assertThat(bought.count()).isEqualTo(1);
    assertThat(bought.exists()).isTrue();
    assertThat(bought.page(PageRequest.first(5)).items()).hasSize(1);
    try (Stream<Task> stream = bought.stream()) {
      assertThat(stream).hasSize(1);
    }
    store()
        .transaction(
            tx -> {
              insertTask(tx.users().where(DSL.noCondition()).first().orElseThrow(), "Buy tea");
              try (Stream<Task> stream = tx.tasks().where(TASKS.TITLE.startsWith("Buy")).stream()) {
                assertThat(stream).hasSize(2);
              }
            });
  }
}
