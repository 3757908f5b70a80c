package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.numbers.schema.Tables.COUPONS;
import static dev.taskstore.dialect.tck.numbers.schema.Tables.STAMPS;
import static dev.taskstore.dialect.tck.numbers.schema.Tables.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.numbers.Coupon;
import dev.taskstore.dialect.tck.numbers.NewCoupon;
import dev.taskstore.dialect.tck.numbers.NewStamp;
import dev.taskstore.dialect.tck.numbers.NewTicket;
import dev.taskstore.dialect.tck.numbers.Stamp;
import dev.taskstore.dialect.tck.numbers.Ticket;
import dev.taskstore.dialect.tck.numbers.schema.CouponRepository;
import dev.taskstore.dialect.tck.numbers.schema.StampRepository;
import dev.taskstore.dialect.tck.numbers.schema.TicketRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Copies of rows that the database numbers: they keep their numbers, and none is given again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IdentityCopyContract {

  private static final Instant CREATED = Instant.parse("2011-02-03T04:05:06.789012Z");

  private final TckDatabase target;
  private final Database database;
  private final TicketRepository tickets;

  IdentityCopyContract(DialectFixture tck) {
    target = tck.create();
    database = tck.open(target, "dev/taskstore/dialect/tck/numbers/change-log/master.xml");
    tickets = new TicketRepository(database);
  }

  @BeforeEach
  final void startWithEmptyTables() {
    database.dsl().deleteFrom(TICKETS).execute();
    database.dsl().deleteFrom(COUPONS).execute();
    database.dsl().deleteFrom(STAMPS).execute();
  }

  @AfterAll
  final void close() {
    database.close();
    target.close();
  }

  private static Ticket copy(long id) {
    return new Ticket(id, "copy " + id, new BigDecimal("1.50"), null, CREATED, 7);
  }

  private long next() {
    Ticket next = tickets.insert(NewTicket.of("next"));
    tickets.delete(next);
    return next.id();
  }

  @Test
  void aCopyKeepsItsNumberAndLaterRowsHaveGreaterOnes() {
    long far = next() + 1_000;

    assertThat(tickets.insertCopy(copy(far))).isEqualTo(copy(far));

    assertThat(tickets.getById(far)).isEqualTo(copy(far));
    assertThat(next()).isGreaterThan(far);
    assertThat(tickets.insertAll(IdentityContract.drafts(3)))
        .extracting(Ticket::id)
        .allMatch(id -> id > far);
  }

  @Test
  void theNextNumberIsNotGivenTwice() {
    for (int i = 0; i < 5; i++) {
      Ticket copy = tickets.insertCopy(copy(next() + 1));

      assertThat(next()).isGreaterThan(copy.id());
    }
  }

  @Test
  void aCopyWithASmallerNumberChangesNothingForLaterRows() {
    Ticket first = tickets.insert(NewTicket.of("1A"));
    tickets.insertAll(IdentityContract.drafts(3));
    tickets.delete(first);
    long before = next();

    tickets.insertCopy(first);
    tickets.insertCopy(copy(-5));

    assertThat(tickets.getById(first.id())).isEqualTo(first);
    assertThat(tickets.getById(-5L)).isEqualTo(copy(-5));
    assertThat(next()).isGreaterThan(before);
  }

  @Test
  void manyCopiesKeepTheirNumbersInAnyOrder() {
    long start = next() + 10;
    List<Ticket> copies =
        IntStream.range(0, 1_200).mapToObj(i -> copy(start + (i * 7L) % 1_200)).toList();

    assertThat(tickets.insertAllCopies(copies)).isEqualTo(copies);

    assertThat(tickets.findAllById(copies.stream().map(Ticket::id).toList())).isEqualTo(copies);
    assertThat(next()).isGreaterThan(start + 1_199);
  }

  @Test
  void aFailedCopyNamesTheConstraintAndLeavesNothing() {
    Ticket stored = tickets.insertCopy(copy(next() + 1));
    Ticket second = copy(stored.id() + 1);

    SchoolContract.assertNames(
        UniqueViolationException.class,
        "pk_tickets",
        () -> tickets.insertAllCopies(List.of(second, stored.with().seat("other").build())));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "uq_tickets_seat",
        () -> tickets.insertCopy(second.with().seat(stored.seat()).build()));
    SchoolContract.assertNames(
        ForeignKeyViolationException.class,
        "fk_tickets_parent_id",
        () -> tickets.insertAllCopies(List.of(second.with().parentId(-1L).build())));
    assertThat(tickets.count()).isEqualTo(1);
    assertThat(next()).isGreaterThan(stored.id());
  }

  @Test
  void aCopyMayReferToAnEarlierCopy() {
    long id = next() + 1;
    List<Ticket> family = List.of(copy(id), copy(id + 1).with().parentId(id).build());

    assertThat(tickets.insertAllCopies(family)).isEqualTo(family);
  }

  @Test
  void narrowNumbersAreCopiedToo() {
    CouponRepository coupons = new CouponRepository(database);
    StampRepository stamps = new StampRepository(database);
    Coupon coupon = coupons.insert(NewCoupon.of("a"));
    Stamp stamp = stamps.insert(NewStamp.of("a"));

    Coupon copy = coupon.with().id(coupon.id() + 3).code("b").version(2).build();
    Stamp stampCopy = stamp.with().id((short) (stamp.id() + 3)).code("b").build();
    assertThat(coupons.insertCopy(copy)).isEqualTo(coupons.getById(copy.id())).isEqualTo(copy);
    assertThat(stamps.insertCopy(stampCopy)).isEqualTo(stamps.getById(stampCopy.id()));

    assertThat(coupons.insert(NewCoupon.of("c")).id()).isGreaterThan(copy.id());
    assertThat(stamps.insert(NewStamp.of("c")).id()).isGreaterThan(stampCopy.id());
  }

  @Test
  void concurrentCopiesLeaveNoNumberThatIsGivenAgain() {
    int threads = 4;
    long start = next() + 1;

    Contract.inThreads(
        threads,
        thread -> {
          for (int i = 0; i < 25; i++) {
            tickets.insertCopy(copy(start + (long) i * threads + thread));
          }
        });

    assertThat(tickets.count()).isEqualTo(100);
    assertThat(next()).isGreaterThanOrEqualTo(start + 100);
  }
}
