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

  /** Longer than the network timeout, which ends statements that are not cancelled. */
  private static final String ENDLESS =
      "(SELECT count(*) FROM generate_series(1, 2000000000)) = 0 AND '"
          + RecordedSockets.DELAYED
          + "' <> ''";

  @Test
  void aCancellationThatArrivesBeforeItsStatementIsRepeated() {
    String url = database.url();
    String recorded =
        url + (url.contains("?") ? "&" : "?") + RecordedSockets.parameters("cancellations");
    try (TaskStore brief = builder().url(recorded).queryTimeout(SHORT).open()) {
      for (Runnable call :
          new Runnable[] {
            () -> brief.dsl().selectOne().where(DSL.condition(ENDLESS)).fetch(),
            () -> brief.tasks().where(DSL.condition(ENDLESS)).list(),
            () -> brief.tasks().where(DSL.condition(ENDLESS)).count(),
          }) {
        assertThatThrownBy(call::run).isInstanceOf(DatabaseTimeoutException.class);
        assertThat(brief.dsl().selectOne().fetch()).hasSize(1);
      }
    }
  }
}
