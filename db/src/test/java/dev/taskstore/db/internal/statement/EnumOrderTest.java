package dev.taskstore.db.internal.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;

class EnumOrderTest {

  /** An enum of an application, with a constant that is not stored. */
  private enum Size {
    SMALL(1),
    UNKNOWN(0),
    LARGE(9) {
      @Override
      boolean isLarge() {
        return true;
      }
    };

    private final int stored;

    Size(int stored) {
      this.stored = stored;
    }

    boolean isLarge() {
      return false;
    }

    int stored() {
      if (this == UNKNOWN) {
        throw new IllegalArgumentException("UNKNOWN is not stored.");
      }
      return stored;
    }
  }

  private enum Empty {}

  private static final class Shirts extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    final TableField<Record, Size> text = column("text", texts().nullable(false));
    final TableField<Record, Size> nullable = column("nullable", texts());
    final TableField<Record, Size> number =
        column(
            "number",
            SQLDataType.INTEGER
                .asConvertedDataType(
                    Converter.ofNullable(
                        Integer.class, Size.class, EnumOrderTest::sizeOf, Size::stored))
                .nullable(false));
    final TableField<Record, String> title = column("title", SQLDataType.VARCHAR.nullable(false));

    Shirts() {
      super(DSL.name("shirts"));
    }

    private <T> TableField<Record, T> column(String name, DataType<T> type) {
      return createField(DSL.name(name), type, this);
    }

    private static DataType<Size> texts() {
      return SQLDataType.VARCHAR.asConvertedDataType(
          Converter.ofNullable(
              String.class,
              Size.class,
              text -> sizeOf(Integer.parseInt(text)),
              size -> "" + size.stored()));
    }
  }

  private static final Shirts SHIRTS = new Shirts();

  private static Size sizeOf(int stored) {
    return stored == Size.LARGE.stored ? Size.LARGE : Size.SMALL;
  }

  private static String sql(Field<?> field) {
    return DSL.using(SQLDialect.SQLITE).render(EnumOrder.of(field)).replace('\n', ' ');
  }

  @Test
  void aColumnWithoutNullsIsComparedByThePositionOfTheConstant() {
    assertThat(sql(SHIRTS.text))
        .isEqualTo("case shirts.text when '1' then 0 when '9' then 1 else 2 end");
    assertThat(Size.LARGE.isLarge()).isTrue();
  }

  @Test
  void valuesWithoutAConstantComeBeforeNulls() {
    assertThat(sql(SHIRTS.nullable))
        .isEqualTo(
            "case shirts.nullable when '1' then 0 when '9' then 1"
                + " else case when shirts.nullable is not null then 2 end end");
  }

  @Test
  void enumsMayBeStoredAsNumbers() {
    assertThat(sql(SHIRTS.number))
        .isEqualTo("case shirts.number when 1 then 0 when 9 then 1 else 2 end");
  }

  @Test
  void valuesAndExpressionsAreComparedOnce() {
    assertThat(sql(DSL.val(Size.LARGE, SHIRTS.number)))
        .isEqualTo("case ? when 1 then 0 when 9 then 1 end");
    assertThat(sql(DSL.nullif(SHIRTS.number, Size.SMALL)))
        .startsWith("case nullif(")
        .endsWith(" when 1 then 0 when 9 then 1 end");
  }

  @Test
  void otherTypesAreComparedAsTheyAre() {
    Field<Empty> empty =
        DSL.field(
            "e",
            SQLDataType.VARCHAR.asConvertedDataType(
                Converter.ofNullable(String.class, Empty.class, Empty::valueOf, Empty::name)));

    assertThat(EnumOrder.of(SHIRTS.title)).isSameAs(SHIRTS.title);
    assertThat(EnumOrder.of(empty)).isSameAs(empty);
  }
}
