package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.numbers.schema.Tables.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.numbers.NewTicket;
import dev.taskstore.dialect.tck.numbers.Ticket;
import dev.taskstore.dialect.tck.numbers.TicketChanges;
import dev.taskstore.dialect.tck.numbers.schema.TicketRepository;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Identity columns: values increase in the order of insertion, are unique, and may have gaps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IdentityContract {

  private final TckDatabase target;
  private final Database database;
  private final TicketRepository tickets;

  IdentityContract(DialectFixture tck) {
    target = tck.create();
    database = tck.open(target, "dev/taskstore/dialect/tck/numbers/change-log/master.xml");
    tickets = new TicketRepository(database);
  }

  @BeforeEach
  final void startWithAnEmptyTable() {
    database.dsl().deleteFrom(TICKETS).execute();
  }

  @AfterAll
  final void close() {
    database.close();
    target.close();
  }

  final TicketRepository tickets() {
    return tickets;
  }

  static List<NewTicket> drafts(int count) {
    return IntStream.range(0, count).mapToObj(i -> NewTicket.of("seat " + i)).toList();
  }

  @Test
  void anInsertedRowHasTheNumberThatTheDatabaseGave() {
    Ticket first = tickets.insert(NewTicket.of("1A").price(new BigDecimal("9.5")));
    Ticket second = tickets.insert(NewTicket.of("1B").parentId(first.id()));

    assertThat(first.id()).isPositive();
    assertThat(second.id()).isGreaterThan(first.id());
    assertThat(tickets.getById(first.id())).isEqualTo(first);
    assertThat(tickets.getById(second.id())).isEqualTo(second);
    assertThat(first.price()).isEqualTo(new BigDecimal("9.50"));
  }

  @Test
  void manyInsertedRowsHaveTheirNumbersInTheOrderGiven() {
    List<NewTicket> drafts = drafts(2_345);

    List<Ticket> inserted = tickets.insertAll(drafts);

    assertThat(inserted)
        .extracting(Ticket::seat)
        .isEqualTo(drafts.stream().map(NewTicket::seat).toList());
    assertThat(inserted).extracting(Ticket::id).doesNotHaveDuplicates().isSorted();
    assertThat(tickets.findAllById(inserted.stream().map(Ticket::id).toList())).isEqualTo(inserted);
    assertThat(tickets.insertAll(List.of())).isEmpty();
  }

  @Test
  void loadedRowsAreNumberedInTheirOrder() {
    assertThat(tickets.load(drafts(1_500).stream())).isEqualTo(1_500);

    assertThat(tickets.where(DSL.noCondition()).orderBy(TICKETS.ID.asc()).list())
        .extracting(Ticket::seat)
        .isEqualTo(drafts(1_500).stream().map(NewTicket::seat).toList());
  }

  @Test
  void noNumberIsGivenTwice() {
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Ticket ticket = tickets.insert(NewTicket.of("last"));
      seen.add(ticket.id());
      tickets.delete(ticket);
    }

    assertThat(seen).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aFailedInsertNamesTheConstraintAndLeavesNothing() {
    tickets.insert(NewTicket.of("1A"));

    SchoolContract.assertNames(
        UniqueViolationException.class,
        "uq_tickets_seat",
        () -> tickets.insert(NewTicket.of("1A")));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "uq_tickets_seat",
        () -> tickets.insertAll(List.of(NewTicket.of("1B"), NewTicket.of("1A"))));
    SchoolContract.assertNames(
        ForeignKeyViolationException.class,
        "fk_tickets_parent_id",
        () -> tickets.insertAll(List.of(NewTicket.of("1C"), NewTicket.of("1D").parentId(-1L))));
    SchoolContract.assertNames(
        CheckViolationException.class,
        "ck_tickets_price",
        () -> tickets.insert(NewTicket.of("1E").price(new BigDecimal("-0.01"))));
    assertThat(tickets.count()).isEqualTo(1);
  }

  @Test
  void numberedRowsAreUpdatedAndDeletedLikeAnyOther() {
    Ticket ticket = tickets.insert(NewTicket.of("1A"));

    Ticket changed = tickets.update(ticket.with().seat("1B").build());
    Ticket cheaper = tickets.update(ticket.id(), TicketChanges.none().price(new BigDecimal("1")));

    assertThat(changed.id()).isEqualTo(ticket.id());
    assertThat(cheaper).isEqualTo(tickets.getById(ticket.id()));
    assertThatThrownBy(() -> tickets.delete(ticket)).isInstanceOf(StaleEntityException.class);
    tickets.delete(cheaper);
    assertThatThrownBy(() -> tickets.getById(ticket.id()))
        .isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void pagesGoByNumber() {
    List<Ticket> inserted = tickets.insertAll(drafts(5));

    var page = tickets.findAll(PageRequest.first(3));

    assertThat(page.items()).isEqualTo(inserted.subList(0, 3));
    assertThat(tickets.findAll(PageRequest.of(page.next().orElseThrow().token())).items())
        .isEqualTo(inserted.subList(3, 5));
  }
}
