package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import java.time.Duration;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Cancellations that arrive before their statement. */
class PostgresCancellationTest extends PostgresStoreFixture {

  private static final Duration SHORT = Duration.ofMillis(50);

  /** Ends some time without a cancellation, and then does not fail. */
  private static final String SLOW =
      "(SELECT count(*) FROM pg_sleep(60)) = 0 AND '" + RecordedSockets.DELAYED + "' <> ''";

  @Test
  void aCancellationThatArrivesBeforeItsStatementIsRepeated() {
    String url = database.url();
    String recorded =
        url
            + (url.contains("?") ? "&" : "?")
            + RecordedSockets.parameters("cancellations")
            + "&socketTimeout=0";
    try (TaskStore brief = builder().url(recorded).queryTimeout(SHORT).open()) {
      for (Runnable call :
          new Runnable[] {
            () -> brief.dsl().selectOne().where(DSL.condition(SLOW)).fetch(),
            () -> brief.tasks().where(DSL.condition(SLOW)).list(),
            () -> brief.tasks().where(DSL.condition(SLOW)).count(),
          }) {
        assertThatThrownBy(call::run).isInstanceOf(DatabaseTimeoutException.class);
        assertThat(brief.dsl().selectOne().fetch()).hasSize(1);
      }
    }
  }
}
