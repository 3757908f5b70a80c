package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.values.schema.Tables.CHAR_VALUES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.mapping.Codecs;
import dev.taskstore.dialect.tck.values.NewCharValue;
import dev.taskstore.dialect.tck.values.schema.CharValueRepository;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** JSON and enumerated types where the database has types of its own for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DocumentContract {

  private static final String CHANGELOG = "dev/taskstore/dialect/tck/values/change-log/master.xml";
  private static final Table<Record> DOCUMENTS = DSL.table(DSL.name("documents"));
  private static final Field<Integer> ID = DSL.field(DSL.name("id"), SQLDataType.INTEGER);
  private static final Field<JSON> PLAIN =
      DSL.field(DSL.name("plain"), SQLDataType.JSON.asConvertedDataType(Codecs.JSON.binding()));
  private static final Field<JSONB> DOCUMENT =
      DSL.field(
          DSL.name("document"), SQLDataType.JSONB.asConvertedDataType(Codecs.JSONB.binding()));
  private static final Field<String> MOOD =
      DSL.field(DSL.name("mood"), SQLDataType.VARCHAR.asConvertedDataType(Codecs.ENUM.binding()));

  /** Texts in several forms, with the form in which all databases return them. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("{}", "{}"),
          Map.entry(" [ ] ", "[]"),
          Map.entry("[1,2 ,\t3]", "[1, 2, 3]"),
          Map.entry("{\"b\":1,\"a\":[true,null,false]}", "{\"a\": [true, null, false], \"b\": 1}"),
          Map.entry("{\"aa\": 1, \"b\": 2, \"\": 3}", "{\"\": 3, \"b\": 2, \"aa\": 1}"),
          Map.entry("{\"\u00e9\": 1, \"zz\": 2, \"y\": 3}", "{\"y\": 3, \"zz\": 2, \"\u00e9\": 1}"),
          Map.entry("{\"a\": 1, \"a\": {\"x\": 2, \"x\": 3}}", "{\"a\": {\"x\": 3}}"),
          Map.entry("1e5", "100000"),
          Map.entry("-1.50E-3", "-0.0015"),
          Map.entry("1.00", "1"),
          Map.entry("-0", "0"),
          Map.entry("-0.0e7", "0"),
          Map.entry("12345678901234567890123456789.5", "12345678901234567890123456789.5"),
          Map.entry("\"\\u0041\\u00e9\\/\"", "\"A\u00e9/\""),
          Map.entry("\"\\u0001\\n\\\"\\\\\\u007f\"", "\"\\u0001\\n\\\"\\\\\u007f\""),
          Map.entry("\"\\ud83d\\ude80\"", "\"\uD83D\uDE80\""),
          Map.entry("null", "null"));

  private final TckDatabase target;
  private final Database database;

  DocumentContract(DialectFixture tck) {
    target = tck.create();
    database = tck.open(target, CHANGELOG);
  }

  @BeforeEach
  final void startWithAnEmptyTable() {
    database.dsl().deleteFrom(DOCUMENTS).execute();
  }

  @AfterAll
  final void close() {
    database.close();
    target.close();
  }

  private <T> void insert(int id, Field<T> field, @Nullable T value) {
    database.dsl().insertInto(DOCUMENTS).set(ID, id).set(field, value).execute();
  }

  @Test
  void jsonbReturnsInOneCanonicalForm() {
    FORMS.forEach(
        (written, canonical) -> {
          insert(1, DOCUMENT, JSONB.jsonb(written));
          assertThat(text(DOCUMENT, 1)).as(written).isEqualTo(canonical);
          assertThat(count(DOCUMENT, JSONB.jsonb(canonical))).as(written).isEqualTo(1);
          assertThat(count(DOCUMENT, JSONB.jsonb(written))).as(written).isEqualTo(1);
          assertThat(
                  database
                      .dsl()
                      .fetchCount(
                          DOCUMENTS, DOCUMENT.eq(DSL.inline(JSONB.jsonb(written), DOCUMENT))))
              .as(written)
              .isEqualTo(1);
          assertThat(stored(1)).as(written).isEqualTo(canonical);
          startWithAnEmptyTable();
        });
  }

  /** Returns the text as the database converts it. */
  private String stored(int id) {
    return database
        .dsl()
        .select(DSL.field("cast(document as text)", String.class))
        .from(DOCUMENTS)
        .where(ID.eq(id))
        .fetchSingle()
        .value1();
  }

  private String text(Field<JSONB> field, int id) {
    return database
        .dsl()
        .select(field)
        .from(DOCUMENTS)
        .where(ID.eq(id))
        .fetchSingle()
        .value1()
        .data();
  }

  private <T> int count(Field<T> field, T value) {
    return database.dsl().fetchCount(DOCUMENTS, field.eq(value));
  }

  @Test
  void equalJsonbViolatesAUniqueKey() {
    insert(1, DOCUMENT, JSONB.jsonb("{\"a\": 1, \"b\": 2.0}"));

    assertThatThrownBy(() -> insert(2, DOCUMENT, JSONB.jsonb("{\"b\":2,\"a\":1.000}")))
        .isInstanceOf(UniqueViolationException.class)
        .hasMessageContaining("documents");
  }

  @Test
  void numbersWithMoreDigitsThanDatabasesStoreAreRefused() {
    for (String number : List.of("1e131072", "1e-16384", "[1e99999999999]", "1e2147483648")) {
      assertThatThrownBy(() -> insert(1, DOCUMENT, JSONB.jsonb(number)))
          .as(number)
          .hasRootCauseInstanceOf(InvalidArgumentException.class)
          .rootCause()
          .hasMessageContaining("131072 digits");
    }
    insert(1, DOCUMENT, JSONB.jsonb("[1e131071, 1e-16383]"));
    assertThat(text(DOCUMENT, 1)).hasSize(131_072 + 16_385 + "[, ]".length());
    for (String invalid : List.of("", "{a: 1}", "\"\\u0000\"", "01")) {
      assertThatThrownBy(() -> insert(2, DOCUMENT, JSONB.jsonb(invalid)))
          .hasRootCauseInstanceOf(InvalidArgumentException.class);
    }
  }

  @Test
  void jsonbHasNoOrder() {
    assertThatThrownBy(() -> KeysetOrder.ascending(DOCUMENT))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("document");
  }

  @Test
  void theLimitOfCharDoesNotCountTrailingBlanks() {
    CharValueRepository values = new CharValueRepository(database);

    assertThat(values.insert(NewCharValue.of("abcde   ")).subject()).isEqualTo("abcde");
    assertThatThrownBy(() -> values.insert(NewCharValue.of("abcdef")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("ck_char_values_subject_length");
    assertThat(values.deleteById("abcde ")).isTrue();
  }

  @Test
  void patternsDoNotMatchThePaddingOfChar() {
    CharValueRepository values = new CharValueRepository(database);
    values.insert(NewCharValue.of("ab"));

    List<Condition> conditions =
        List.of(
            CHAR_VALUES.SUBJECT.like("%b"),
            CHAR_VALUES.SUBJECT.like("__"),
            CHAR_VALUES.SUBJECT.likeIgnoreCase("A_"),
            CHAR_VALUES.SUBJECT.endsWith("b"),
            CHAR_VALUES.SUBJECT.notLike("% "),
            DSL.upper(CHAR_VALUES.SUBJECT).eq("AB"),
            DSL.length(CHAR_VALUES.SUBJECT).eq(2),
            CHAR_VALUES.SUBJECT.concat("c").eq("abc"));

    for (int i = 0; i < conditions.size(); i++) {
      assertThat(values.where(conditions.get(i)).count()).as("condition %d", i).isEqualTo(1);
    }
    assertThat(values.deleteById("ab")).isTrue();
  }

  @Test
  void jsonReturnsAsItWasWritten() {
    String text = "{ \"b\" : 1.00,\"a\":[ ], \"a\": \"\\u0041\" }";
    insert(1, PLAIN, JSON.json(text));
    insert(2, PLAIN, null);

    assertThat(database.dsl().select(PLAIN).from(DOCUMENTS).where(ID.eq(1)).fetchSingle().value1())
        .extracting(JSON::data)
        .isEqualTo(text);
    assertThat(database.dsl().fetchCount(DOCUMENTS, PLAIN.isNull())).isEqualTo(1);
  }

  @Test
  void constantsOfAnEnumReturnAndCompare() {
    insert(1, MOOD, "happy");
    insert(2, MOOD, null);

    assertThat(database.dsl().fetchCount(DOCUMENTS, MOOD.eq("happy"))).isEqualTo(1);
    assertThat(database.dsl().fetchCount(DOCUMENTS, MOOD.in("sad", "ok"))).isZero();
    assertThat(database.dsl().fetchCount(DOCUMENTS, MOOD.eq(DSL.inline("happy", MOOD))))
        .isEqualTo(1);
    database.dsl().update(DOCUMENTS).set(MOOD, "sad").execute();
    assertThat(database.dsl().select(MOOD).from(DOCUMENTS).orderBy(ID).fetch(MOOD))
        .containsExactly("sad", "sad");
  }
}
