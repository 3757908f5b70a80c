package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.numbers.schema.Tables.COUPONS;
import static dev.taskstore.dialect.tck.values.schema.Tables.DOUBLE_VALUES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.numbers.Coupon;
import dev.taskstore.dialect.tck.numbers.NewCoupon;
import dev.taskstore.dialect.tck.numbers.schema.CouponRepository;
import dev.taskstore.dialect.tck.values.schema.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** Values of every type return from entries as they were written, and find the entries of a row. */
abstract class AuditValueContract {

  private final DialectFixture tck;

  AuditValueContract(DialectFixture tck) {
    this.tck = tck;
  }

  private static AuditTrail enabled(ValueTables values) {
    AuditedTables.Builder audited = AuditedTables.of(PersonalData.MAP);
    auditable(values)
        .forEach(table -> audited.table(Objects.requireNonNull(table.subject().getTable())));
    AuditTrail trail = values.database.auditTrail(audited.build());
    trail.enable();
    return trail;
  }

  private static List<ValueTable<?, ?, ?, ?>> auditable(ValueTables values) {
    return values.all.stream().filter(ValueTable::isAuditable).toList();
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void everyValueReturnsFromEntriesAsItWas() {
    try (ValueTables values = new ValueTables(tck)) {
      AuditTrail trail = enabled(values);
      auditable(values).forEach(table -> check(trail, table));
      assertThat(trail.differences()).isEmpty();
    }
  }

  private static <T, M, D, C extends Changes<C>> void check(
      AuditTrail trail, ValueTable<T, M, D, C> table) {
    for (T value : table.samples().inOrder()) {
      table.insert(value, null);
      table.repository().update(value, table.changeOther().apply(value));
      table.repository().deleteById(value);

      List<AuditEntry> entries =
          trail.entries(table.subject(), value, PageRequest.first(10)).items();
      assertThat(entries).as(table.name()).hasSize(3);
      assertThat(entries)
          .allSatisfy(entry -> assertThat(entry.key()).as(table.name()).containsExactly(value));
      assertThat(entries.get(0).newValues())
          .as(table.name())
          .containsExactly(
              entry("subject", value),
              entry("other", null),
              entry("preset", table.samples().preset()));
      assertThat(entries.get(1).oldValues()).as(table.name()).containsExactly(entry("other", null));
      assertThat(entries.get(1).newValues())
          .as(table.name())
          .containsExactly(entry("other", value));
      assertThat(entries.get(2).oldValues())
          .as(table.name())
          .containsExactly(
              entry("subject", value),
              entry("other", value),
              entry("preset", table.samples().preset()));
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void floatingPointNumbersReturnFromEntriesAsTheyWere() {
    try (TckDatabase target = tck.create();
        Database database =
            tck.open(target, "dev/taskstore/dialect/tck/numbers/change-log/master.xml")) {
      AuditTrail trail =
          database.auditTrail(AuditedTables.of(PersonalData.MAP).table(COUPONS).build());
      trail.enable();
      CouponRepository coupons = new CouponRepository(database);
      List<Double> doubles = NumberSamples.DOUBLE.inOrder();
      List<Float> reals = NumberSamples.REAL.inOrder();
      for (int i = 0; i < doubles.size(); i++) {
        double weight = doubles.get(i);
        float share = reals.get(i % reals.size());
        Coupon coupon = coupons.insert(NewCoupon.of("c" + i).weight(weight).share(share));
        assertThat(
                trail
                    .entries(COUPONS.ID, coupon.id(), PageRequest.first(1))
                    .items()
                    .get(0)
                    .newValues())
            .contains(entry("weight", weight), entry("share", share));
      }
    }
  }

  @Test
  void aTableWithAFloatingPointKeyIsRefused() {
    assertThatThrownBy(() -> AuditedTables.of(PersonalData.MAP).table(DOUBLE_VALUES))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("floating-point column subject");
  }

  /** Copies move the texts from one dialect to another. */
  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void theTextsOfEntriesAreTheSameOnEveryDialect() {
    try (ValueTables values = new ValueTables(tck)) {
      enabled(values);
      auditable(values).forEach(table -> insertFirst(table));
      List<String> texts = new ArrayList<>();
      values
          .database
          .dsl()
          .select(text("row_key"), text("new_values"))
          .from(DSL.table(DSL.name("taskstore_audit")))
          .orderBy(DSL.field(DSL.name("id")))
          .forEach(row -> texts.add(row.value1() + " " + row.value2()));
      assertThat(texts)
          .contains(
              "[-32768] {\"subject\":-32768,\"other\":-32768,\"preset\":7}",
              "[false] {\"subject\":false,\"other\":false,\"preset\":true}",
              "[-9999999999.99]"
                  + " {\"subject\":-9999999999.99,\"other\":-9999999999.99,\"preset\":1.50}")
          .anySatisfy(text -> assertThat(text).contains("\"preset\":45296123456"))
          .anySatisfy(text -> assertThat(text).contains("\"preset\":1772281845000000"))
          .anySatisfy(text -> assertThat(text).contains("\"preset\":20512"))
          .anySatisfy(
              text -> assertThat(text).contains("\"preset\":\"8000000000000000000000037e11d600\""))
          .anySatisfy(text -> assertThat(text).contains("\"preset\":\"00ff\""))
          .anySatisfy(text -> assertThat(text).contains("\"preset\":\"{\\\"preset\\\": true}\""));
    }
  }

  private static org.jooq.Field<String> text(String column) {
    return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
  }

  private static <T, M, D, C extends Changes<C>> void insertFirst(ValueTable<T, M, D, C> table) {
    T value = table.samples().inOrder().get(0);
    table.insert(value, value);
  }
}
