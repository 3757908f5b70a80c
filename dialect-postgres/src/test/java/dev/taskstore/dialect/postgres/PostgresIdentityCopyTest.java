package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.dialect.tck.numbers.NewTicket;
import dev.taskstore.dialect.tck.numbers.Ticket;
import dev.taskstore.dialect.tck.numbers.schema.TicketRepository;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies into columns whose values PostgreSQL otherwise generates always. */
class PostgresIdentityCopyTest {

  @Test
  void copiesWriteIdentitiesThatAreAlwaysGenerated() throws SQLException {
    try (TckDatabase target = PostgresServer.shared().newDatabase("");
        Database database =
            Database.builder()
                .url(target.url())
                .credentials(target.user(), target.password())
                .changelog("dev/taskstore/dialect/tck/numbers/change-log/master.xml")
                .open()) {
      database.dsl().execute("ALTER TABLE tickets ALTER COLUMN id SET GENERATED ALWAYS");
      TicketRepository tickets = new TicketRepository(database);
      Ticket copy = new Ticket(500, "copy", null, null, Instant.EPOCH, 3);

      assertThat(tickets.insertCopy(copy)).isEqualTo(copy);
      assertThat(tickets.insertAllCopies(List.of(copy.with().id(600).seat("b").build())))
          .hasSize(1);

      assertThat(tickets.getById(500L)).isEqualTo(copy);
      assertThat(tickets.insert(NewTicket.of("next")).id()).isEqualTo(601);
    }
  }
}
