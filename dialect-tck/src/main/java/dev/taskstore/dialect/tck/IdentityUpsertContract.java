package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.dialect.tck.numbers.NewTicket;
import dev.taskstore.dialect.tck.numbers.Ticket;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Upserts of rows with identity columns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IdentityUpsertContract extends IdentityContract {

  IdentityUpsertContract(DialectFixture tck) {
    super(tck);
  }

  @Test
  void anUpsertKeepsTheNumberOfTheRowThatIsThere() {
    Ticket first = tickets().upsertBySeat(NewTicket.of("1A"));
    Ticket again = tickets().upsertBySeat(NewTicket.of("1A").price(new BigDecimal("2")));

    assertThat(first.id()).isPositive();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.version()).isEqualTo(1);
    assertThat(tickets().getById(first.id())).isEqualTo(again);
  }

  @Test
  void manyUpsertsReturnTheRowsInTheOrderGiven() {
    Ticket there = tickets().insert(NewTicket.of("1B"));

    List<Ticket> stored =
        tickets()
            .upsertAllBySeat(List.of(NewTicket.of("1C"), NewTicket.of("1B"), NewTicket.of("1A")));

    assertThat(stored).extracting(Ticket::seat).containsExactly("1C", "1B", "1A");
    assertThat(stored.get(1).id()).isEqualTo(there.id());
    assertThat(stored).extracting(Ticket::id).doesNotHaveDuplicates().allMatch(id -> id > 0);
    assertThat(tickets().findAllById(stored.stream().map(Ticket::id).toList())).isEqualTo(stored);
  }
}
