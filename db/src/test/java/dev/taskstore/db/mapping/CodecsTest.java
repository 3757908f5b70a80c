package dev.taskstore.db.mapping;

import static dev.taskstore.db.TaskTables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.value.LiteralRowWriter;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.spi.ValueStorage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecsTest {

  private static final Converter<byte[], Integer> LENGTH =
      Converter.ofNullable(
          byte[].class, Integer.class, bytes -> bytes.length, length -> new byte[length]);

  @Test
  void textComparesByCodePointAndUuidsByUnsignedBytes() {
    assertThat(Stream.of("\uD83D\uDE80", "\uFFFD", "a", "").sorted(Codecs.TEXT))
        .containsExactly("", "a", "\uFFFD", "\uD83D\uDE80");
    UUID small = new UUID(1, -1);
    UUID great = new UUID(-1, 1);
    assertThat(Stream.of(great, small).sorted(Codecs.UUID)).containsExactly(small, great);
  }

  static Stream<DataType<?>> types() {
    return Stream.of(
        SQLDataType.VARCHAR,
        SQLDataType.BIGINT,
        SQLDataType.DECIMAL(5, 2),
        SQLDataType.DECIMAL(500, 2),
        SQLDataType.DOUBLE.asConvertedDataType(Codecs.DOUBLE.binding()),
        SQLDataType.REAL.asConvertedDataType(Codecs.REAL.binding()),
        SQLDataType.LOCALDATETIME,
        SQLDataType.UUID.asConvertedDataType(Codecs.UUID.binding()),
        SQLDataType.VARBINARY.asConvertedDataType(Codecs.BYTES.binding()),
        SQLDataType.VARBINARY,
        SQLDataType.VARBINARY.asConvertedDataType(LENGTH),
        SQLDataType.JSON.asConvertedDataType(Codecs.JSON.binding()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeOfJooqHasACodecOfItsJavaType(DataType<?> type) {
    assertThat((Class<?>) Codec.of(type).javaType()).isEqualTo(type.getType());
  }

  @Test
  void aTypeWithoutACodecIsRefused() {
    assertThatThrownBy(() -> Codec.of(SQLDataType.DOUBLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Double");
    assertThatThrownBy(() -> Codec.of(SQLDataType.NUMERIC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timesAreTruncatedToTheDigitsOfTheirColumn() {
    Instant time = Instant.parse("1969-12-31T23:59:59.987654321Z");

    assertThat(Codecs.instant(6).normalize(time)).isEqualTo("1969-12-31T23:59:59.987654Z");
    assertThat(Codecs.instant(1).normalize(time)).isEqualTo("1969-12-31T23:59:59.900Z");
    assertThat(Codecs.instant(0).normalize(time)).isEqualTo("1969-12-31T23:59:59Z");
    assertThatThrownBy(() -> Codecs.instant(7)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Codecs.time(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theNegativeZeroIsStoredAsThePositive() {
    assertThat(Codecs.DOUBLE.toStored(-0.0)).isEqualTo(0.0);
    assertThat(Codecs.REAL.toStored(-0.0f)).isEqualTo(0.0f);
    assertThat(Codecs.DOUBLE.compare(-0.0, 0.0)).isZero();
  }

  @Test
  void decimalsHaveAtMostTheDigitsOfPostgresql() {
    assertThat(Codecs.decimal(1_000, 1_000).normalize(BigDecimal.ZERO).scale()).isEqualTo(1_000);
    assertThatThrownBy(() -> Codecs.decimal(1_001, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Codecs.decimal(20, 21)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void storedFormsOfEqualValuesAreEqual() {
    assertThat(Codecs.decimal(5, 2).toStored(new BigDecimal("1.5")))
        .isEqualTo(Codecs.decimal(5, 2).toStored(new BigDecimal("1.500")));
    assertThat(Codecs.JSON.toStored(JSON.json("[1]"))).isEqualTo("[1]");
    assertThat(Codec.of(SQLDataType.VARBINARY.asConvertedDataType(LENGTH)).toStored(2))
        .isEqualTo(Bytes.ofHex("0000"));
    assertThat(Codec.of(TASKS.DUE_AT.getDataType()).toStored(Instant.ofEpochSecond(1, 1_999)))
        .isEqualTo(Instant.ofEpochSecond(1, 1_000));
  }

  @Test
  void parametersAreValidatedAndValuesOfEntitiesAreNotAgain() {
    assertThat(RecordingRowWriter.valuesOf(row -> Codecs.TEXT.write(row, "a\0")))
        .isEqualTo(List.of("a\0"));
    assertThat(RecordingRowWriter.valuesOf(row -> Codecs.TEXT.writeParameter(row, "a\0")))
        .isEqualTo(List.of("a\0"));
    assertThatThrownBy(
            () -> Codecs.TEXT.writeParameter(new LiteralRowWriter(ValueStorage.NATIVE), "a\0"))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
