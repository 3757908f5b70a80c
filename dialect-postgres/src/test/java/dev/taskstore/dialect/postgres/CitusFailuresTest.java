package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.FailureKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The failures of shards, in the messages that Citus 13.2 sends. */
class CitusFailuresTest {

  private static final String STATEMENT = "ReportResultError";
  private static final String COPY = "ReportCopyError";

  private static Classification classify(String state, String routine, String message) {
    return CitusFailures.classify(
        new PSQLException(
            new ServerErrorMessage(
                "SERROR\0VERROR\0C" + state + "\0M" + message + "\0R" + routine + "\0")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          23505 | duplicate key value violates unique constraint "uq_users_username_102008" | UNIQUE | uq_users_username | |
          23503 | insert or update on table "tasks_102010" violates foreign key constraint "fk_tasks_user_id_102010" | FOREIGN_KEY | fk_tasks_user_id | tasks |
          23503 | update or delete on table "users_102008" violates foreign key constraint "fk_notes_user_id_102015" on table "notes_102015" | FOREIGN_KEY | fk_notes_user_id | notes |
          23514 | new row for relation "tasks_102010" violates check constraint "ck_tasks_title_length" | CHECK | ck_tasks_title_length | tasks |
          23502 | null value in column "title" of relation "tasks_1020101" violates not-null constraint | NOT_NULL | | tasks | title
          """)
  void aConstraintHasTheNameThatTheChangelogGaveIt(
      String state,
      String message,
      FailureKind kind,
      @Nullable String constraint,
      @Nullable String table,
      @Nullable String column) {
    Classification expected =
        new Classification(
            kind, constraint, table, column == null ? List.of() : List.of(column), null);

    assertThat(classify(state, STATEMENT, message)).isEqualTo(expected);
    assertThat(classify("XX000", COPY, message)).isEqualTo(expected);
  }

  @Test
  void aNumberThatIsNoShardRemainsPartOfTheName() {
    assertThat(
            classify(
                    "23505",
                    STATEMENT,
                    "duplicate key value violates unique constraint \"uq_lines_2_102008\"")
                .constraint())
        .isEqualTo("uq_lines_2");
    assertThat(
            classify(
                    "23514",
                    STATEMENT,
                    "new row for relation \"years_102009\" violates check constraint \"ck_years_20261231\"")
                .constraint())
        .isEqualTo("ck_years_20261231");
  }

  @Test
  void theNamesThatTheServerReportsAreUsed() {
    assertThat(
            CitusFailures.classify(
                new PSQLException(
                    new ServerErrorMessage(
                        "SERROR\0C23505\0Mduplicate key value violates unique constraint"
                            + " \"uq_local_102008\"\0tlocal\0nuq_local_102008\0"))))
        .isEqualTo(
            new Classification(FailureKind.UNIQUE, "uq_local_102008", "local", List.of(), null));
  }

  @Test
  void theReasonOfAnyOtherFailureOfACopyIsOmitted() {
    assertThat(classify("XX000", COPY, "value too long: s3cr3t"))
        .satisfies(
            classification -> {
              assertThat(classification.kind()).isEqualTo(FailureKind.OTHER);
              assertThat(classification.message())
                  .contains("a server of Citus refused the rows")
                  .doesNotContain("s3cr3t");
            });
  }

  @Test
  void otherInternalErrorsKeepTheirState() {
    assertThat(classify("XX000", "elog_start", "unexpected s3cr3t").message())
        .isEqualTo("SQLSTATE XX000");
  }
}
