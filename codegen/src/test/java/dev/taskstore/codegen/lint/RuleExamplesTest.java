package dev.taskstore.codegen.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule's bad example is refused for that rule alone, and its good one is accepted. */
class RuleExamplesTest {

  private static final Map<LintRule, List<String>> REFUSED = new EnumMap<>(LintRule.class);

  /** The changesets in plain SQL of the bad examples. */
  private static final Map<LintRule, List<String>> PLAIN_SQL =
      Map.of(
          LintRule.SQLITE_REBUILD,
          List.of(),
          LintRule.SQLITE_UNSUPPORTED,
          List.of(
              "comment",
              "alterType",
              "addUnique",
              "severalActions",
              "dropCascade",
              "truncate",
              "createType"),
          LintRule.SQLITE_NOT_STRICT,
          List.of("sql"));

  static {
    REFUSED.put(
        LintRule.SQLITE_REBUILD,
        List.of(
            "addColumn: notes",
            "addDefaultValue: notes.count",
            "dropColumn: notes.stars",
            "dropPrimaryKey: notes",
            "addAutoIncrement: notes.count",
            "mergeColumns: notes",
            "rollback: rollback: notes.stars"));
    REFUSED.put(
        LintRule.SQLITE_UNSUPPORTED,
        List.of(
            "addUniqueConstraint: drafts.title",
            "addForeignKeyConstraint: drafts",
            "addNotNullConstraint: drafts.body",
            "dropNotNullConstraint: drafts.body",
            "modifyDataType: drafts.size",
            "dropUniqueConstraint: drafts",
            "dropForeignKeyConstraint: drafts",
            "dropDefaultValue: drafts.size",
            "setTableRemarks: drafts",
            "createSequence: numbers",
            "renameView: titles",
            "dropAllForeignKeyConstraints: drafts",
            "createView: titles",
            "comment: drafts",
            "alterType: drafts",
            "addUnique: drafts",
            "severalActions: drafts",
            "dropCascade: titles",
            "truncate: TRUNCATE TABLE",
            "createType: CREATE TYPE"));
    REFUSED.put(LintRule.IGNORED_CHECK, List.of("drafts: drafts.size"));
    REFUSED.put(
        LintRule.UNNAMED_CONSTRAINT,
        List.of(
            "sql: drafts",
            "sql: drafts.id",
            "sql: drafts.note_id",
            "sql: drafts.title",
            "sql: drafts.size",
            "sql: drafts",
            "changes: sheets.id",
            "changes: sheets.size",
            "index: drafts",
            "later: sheets.id",
            "later: sheets.size, id"));
    REFUSED.put(
        LintRule.MISSING_ROLLBACK, List.of("sql: sql", "drop: dropTable", "elsewhere: sql"));
    REFUSED.put(
        LintRule.MISSING_REMARKS,
        List.of(
            "sheets: sheets.title",
            "drafts: drafts",
            "drafts: drafts.id",
            "drafts: drafts.title",
            "column: notes.stars"));
    REFUSED.put(
        LintRule.TEXT_WITHOUT_COLLATION,
        List.of(
            "drafts: drafts.title",
            "index: drafts.word",
            "index: drafts.other",
            "change: words.word"));
    REFUSED.put(
        LintRule.VOLATILE_DEFAULT,
        List.of(
            "drafts: drafts.made",
            "drafts: drafts.number",
            "added: drafts.day",
            "changed: drafts.number",
            "changes: sheets.id",
            "changes: sheets.made",
            "changes: sheets.made",
            "date: sheets.made"));
    REFUSED.put(LintRule.NULLABLE_KEYSET, List.of("index: drafts.seen", "index: drafts.seen"));
    REFUSED.put(
        LintRule.FOREIGN_KEY_WITHOUT_INDEX,
        List.of("drafts: drafts.note_id", "drafts: drafts.other_id"));
    REFUSED.put(
        LintRule.INDEX_LOCKS_TABLE,
        List.of(
            "index: ix_notes_count",
            "change: ux_notes_title",
            "unknown: ix_others",
            "unique: uq_notes_title"));
    REFUSED.put(
        LintRule.CONCURRENTLY_IN_TRANSACTION,
        List.of("create: ix_notes_count", "drop: ix_notes_count", "rollback: ix_rollback"));
    REFUSED.put(
        LintRule.CONSTRAINT_LOCKS_TABLE,
        List.of(
            "check: ck_notes_seen",
            "column: ck_notes_stars",
            "foreign key: fk_notes_body",
            "not null: notes.body",
            "at once: ck_notes_body"));
    REFUSED.put(LintRule.BACKFILL_LOCKS_TABLE, List.of("update: notes", "change: notes"));
    REFUSED.put(LintRule.SQLITE_NOT_STRICT, List.of("sql: drafts", "change: sheets"));
    REFUSED.put(
        LintRule.TYPE_DIFFERS,
        List.of(
            "drafts: drafts.number",
            "drafts: drafts.price",
            "drafts: drafts.word",
            "drafts: drafts.code",
            "drafts: drafts.name",
            "drafts: drafts.tags",
            "drafts: drafts.full_name",
            "change: drafts.nick"));
    REFUSED.put(
        LintRule.TRANSACTION_STATEMENT,
        List.of("commit: COMMIT", "commit: BEGIN", "start: START", "rollback: rollback: COMMIT"));
    REFUSED.put(
        LintRule.LONG_NAME, List.of("column: " + "c".repeat(64), "quoted: " + "ä".repeat(32)));
    REFUSED.put(
        LintRule.MIXED_CASE_NAME,
        List.of(
            "drafts: Drafts",
            "drafts: ID",
            "drafts: PK_Drafts",
            "index: IX_Drafts",
            "rename: Length"));
    REFUSED.put(LintRule.UNREADABLE, List.of("missing: sqlFile"));
    REFUSED.put(
        LintRule.USELESS_MARK,
        List.of(
            "column: notes.titel",
            "category: data:personnal notes.title",
            "prefix: date:personal notes.title",
            "nothing: data:personal",
            "two categories: notes.body"));
    REFUSED.put(
        LintRule.USELESS_ALLOW,
        List.of(
            "unknown: lint:allow no-such-rule",
            "without effect: lint:allow index-locks-table",
            "without reason: lint:allow missing-rollback"));
  }

  @TestFactory
  Stream<DynamicTest> aBadExampleIsRefusedWithChangesetAndObject() {
    return Arrays.stream(LintRule.values())
        .map(
            rule ->
                dynamicTest(
                    rule.id(),
                    () -> {
                      List<Finding> findings = lint(rule.id() + "/bad.xml");

                      assertThat(findings)
                          .extracting(finding -> finding.changeSet() + ": " + finding.object())
                          .containsExactlyInAnyOrderElementsOf(REFUSED.get(rule));
                      assertThat(findings).allMatch(finding -> finding.rule() == rule);
                      assertThat(findings)
                          .allMatch(
                              finding -> finding.file().equals("lint/" + rule.id() + "/bad.xml"));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aGoodExampleIsAccepted() {
    return Arrays.stream(LintRule.values())
        .map(
            rule ->
                dynamicTest(
                    rule.id(),
                    () ->
                        assertThat(lint(rule.id() + "/good.xml"))
                            .extracting(Finding::description)
                            .isEmpty()));
  }

  @Test
  void theExtensionForSqliteMakesTheChangesOfLiquibaseRight() {
    for (LintRule rule :
        List.of(LintRule.SQLITE_REBUILD, LintRule.SQLITE_UNSUPPORTED, LintRule.SQLITE_NOT_STRICT)) {
      List<String> changeSets =
          lint("lint/" + rule.id() + "/bad.xml", true).stream()
              .filter(finding -> finding.rule() == rule)
              .map(Finding::changeSet)
              .toList();

      assertThat(changeSets).as(rule.id()).isSubsetOf(PLAIN_SQL.get(rule));
      assertThat(changeSets).as(rule.id()).containsAll(PLAIN_SQL.get(rule));
    }
  }

  @Test
  void theExtensionForSqliteMakesTheStandardTypesEqual() {
    List<String> objects =
        lint("lint/type-differs/bad.xml", true).stream()
            .filter(finding -> finding.rule() == LintRule.TYPE_DIFFERS)
            .map(Finding::object)
            .toList();

    assertThat(objects).contains("drafts.full_name", "drafts.tags").doesNotContain("drafts.nick");
  }

  @Test
  void lintsWithAndWithoutTheExtensionForSqliteDoNotAffectEachOther() {
    String changelog = "lint/sqlite-not-strict/bad.xml";
    List<Finding> without = lint(changelog, false);
    List<Finding> with = lint(changelog, true);

    assertThat(without).isNotEqualTo(with);
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> lint(changelog, i % 2 == 0).equals(i % 2 == 0 ? with : without)))
        .containsOnly(true);
  }

  @Test
  void aMissingIndexIsWrittenOut() {
    assertThat(lint("foreign-key-without-index/bad.xml"))
        .extracting(Finding::problem)
        .containsExactly(
            "No index begins with the columns of the foreign key; write <createIndex"
                + " tableName=\"drafts\" indexName=\"ix_drafts_note_id\"><column"
                + " name=\"note_id\"/><column name=\"created_at\"/><column"
                + " name=\"id\"/></createIndex>.",
            "No index begins with the columns of the foreign key; write <createIndex"
                + " tableName=\"drafts\" indexName=\"ix_drafts_other_id\"><column"
                + " name=\"other_id\"/></createIndex>.");
  }

  @Test
  void aDisabledRuleIsNotChecked() {
    LintConfiguration configuration =
        new LintConfiguration(
            "lint/foreign-key-without-index/bad.xml",
            List.of(Path.of("src/test/resources")),
            List.of(),
            Set.of(LintRule.FOREIGN_KEY_WITHOUT_INDEX),
            true);

    assertThat(new ChangelogLinter().lint(configuration)).isEmpty();
  }

  @Test
  void aFindingSaysWhereWhatWhyAndHow() {
    Finding finding = lint("volatile-default/bad.xml").get(0);

    assertThat(finding.author()).isEqualTo("ada");
    assertThat(finding.databases()).containsExactly(LintDatabase.SQLITE, LintDatabase.POSTGRESQL);
    assertThat(finding.description())
        .isEqualToNormalizingNewlines(
            """
            lint/volatile-default/bad.xml, changeset drafts by ada: drafts.made (volatile-default, on SQLite and PostgreSQL)
              problem: The default (unixepoch()) is not a constant.
              reason:  %s
              fix:     %s\
            """
                .formatted(
                    LintRule.VOLATILE_DEFAULT.reason(), LintRule.VOLATILE_DEFAULT.portableWay()));
  }

  private static List<Finding> lint(String changelog) {
    return lint("lint/" + changelog, false);
  }

  private static List<Finding> lint(String changelog, boolean liquibaseSqlite) {
    return new ChangelogLinter()
        .lint(
            new LintConfiguration(
                changelog,
                List.of(Path.of("src/test/resources")),
                List.of(),
                Set.of(),
                liquibaseSqlite));
  }
}
