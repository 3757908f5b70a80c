package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.numbers.schema.Tables.BADGES;
import static dev.taskstore.dialect.tck.numbers.schema.Tables.COUPONS;
import static dev.taskstore.dialect.tck.numbers.schema.Tables.STAMPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.dialect.tck.numbers.Badge;
import dev.taskstore.dialect.tck.numbers.BadgeChanges;
import dev.taskstore.dialect.tck.numbers.Coupon;
import dev.taskstore.dialect.tck.numbers.CouponChanges;
import dev.taskstore.dialect.tck.numbers.NewBadge;
import dev.taskstore.dialect.tck.numbers.NewCoupon;
import dev.taskstore.dialect.tck.numbers.NewStamp;
import dev.taskstore.dialect.tck.numbers.Stamp;
import dev.taskstore.dialect.tck.numbers.schema.BadgeRepository;
import dev.taskstore.dialect.tck.numbers.schema.CouponRepository;
import dev.taskstore.dialect.tck.numbers.schema.StampRepository;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Identity keys and versions of 32 and 16 bits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NarrowNumberContract {

  private final TckDatabase target;
  private final Database database;
  private final CouponRepository coupons;
  private final BadgeRepository badges;
  private final StampRepository stamps;

  NarrowNumberContract(DialectFixture tck) {
    target = tck.create();
    database = tck.open(target, "dev/taskstore/dialect/tck/numbers/change-log/master.xml");
    coupons = new CouponRepository(database);
    badges = new BadgeRepository(database);
    stamps = new StampRepository(database);
  }

  @BeforeEach
  final void startWithEmptyTables() {
    database.dsl().deleteFrom(COUPONS).execute();
    database.dsl().deleteFrom(BADGES).execute();
    database.dsl().deleteFrom(STAMPS).execute();
  }

  @AfterAll
  final void close() {
    database.close();
    target.close();
  }

  @Test
  void insertedRowsHaveTheNumbersThatTheDatabaseGave() {
    List<Coupon> inserted =
        coupons.insertAll(
            IntStream.range(0, 1_100).mapToObj(i -> NewCoupon.of("code " + i)).toList());
    Coupon last = coupons.insert(NewCoupon.of("last"));
    Badge badge = badges.insert(NewBadge.of("B"));
    List<Stamp> stamped = stamps.insertAll(List.of(NewStamp.of("1"), NewStamp.of("2")));

    assertThat(inserted).extracting(Coupon::id).doesNotHaveDuplicates().isSorted();
    assertThat(last.id()).isGreaterThan(inserted.get(1_099).id());
    assertThat(coupons.getById(last.id())).isEqualTo(last);
    assertThat(coupons.findAllById(inserted.stream().map(Coupon::id).toList())).isEqualTo(inserted);
    assertThat(coupons.findAll(PageRequest.first(2)).items()).isEqualTo(inserted.subList(0, 2));
    assertThat(badges.getById(badge.id())).isEqualTo(badge);
    assertThat(stamps.findAllById(List.of(stamped.get(1).id(), stamped.get(0).id())))
        .containsExactly(stamped.get(1), stamped.get(0));
    assertThat(coupons.load(List.of(NewCoupon.of("x"), NewCoupon.of("y")).stream())).isEqualTo(2);
    assertThat(coupons.findByCode("y").orElseThrow().id()).isGreaterThan(last.id());
  }

  @Test
  void versionsAreIncrementedAndCompared() {
    Coupon coupon = coupons.insert(NewCoupon.of("a"));
    Badge badge = badges.insert(NewBadge.of("a"));

    Coupon renamed = coupons.update(coupon.with().code("b").build());
    Badge changed = badges.update(badge.id(), BadgeChanges.none().code("b"));

    assertThat(coupon.version()).isZero();
    assertThat(renamed.version()).isEqualTo(1);
    assertThat(changed.version()).isEqualTo((short) 1);
    assertThat(coupons.upsertByCode(NewCoupon.of("b")).version()).isEqualTo(2);
    assertThat(badges.update(changed.id(), 1, BadgeChanges.none().code("c")).version())
        .isEqualTo((short) 2);
    assertThatThrownBy(() -> coupons.update(renamed)).isInstanceOf(StaleEntityException.class);
    assertThatThrownBy(() -> badges.delete(changed)).isInstanceOf(StaleEntityException.class);
    badges.delete(badges.getById(badge.id()));
    assertThat(badges.count()).isZero();
  }

  @Test
  void theGreatestVersionIsNotIncremented() {
    int id = coupons.insert(NewCoupon.of("a")).id();
    database.dsl().update(COUPONS).set(COUPONS.VERSION, Integer.MAX_VALUE - 1).execute();
    Coupon last = coupons.update(coupons.getById(id));
    assertThat(last.version()).isEqualTo(Integer.MAX_VALUE);
    assertRefused(() -> coupons.update(last));
    assertRefused(() -> coupons.updateAll(List.of(last)));
    assertRefused(() -> coupons.update(id, CouponChanges.none().code("b")));
    assertRefused(() -> coupons.update(id, last.version(), CouponChanges.none().code("b")));
    assertRefused(() -> coupons.upsertByCode(NewCoupon.of("a")));
    assertThat(coupons.getById(id)).isEqualTo(last);
    coupons.delete(last);

    int badge = badges.insert(NewBadge.of("a")).id();
    database.dsl().update(BADGES).set(BADGES.VERSION, (short) (Short.MAX_VALUE - 1)).execute();
    Badge greatest = badges.update(badge, BadgeChanges.none().code("z"));
    assertThat(greatest.version()).isEqualTo(Short.MAX_VALUE);
    assertRefused(() -> badges.update(greatest));
    assertRefused(() -> badges.update(badge, BadgeChanges.none().code("b")));
    assertRefused(() -> badges.upsertByCode(NewBadge.of("z")));
    assertThat(badges.where(DSL.noCondition()).list()).containsExactly(greatest);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidArgumentException.class);
  }
}
