package dev.taskstore.db.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BytesTest {

  @Test
  void laterChangesOfArraysDoNotReachTheValue() {
    byte[] array = {1, 2};
    Bytes bytes = Bytes.of(array);
    array[0] = 9;
    bytes.toByteArray()[1] = 9;

    assertThat(bytes.toByteArray()).containsExactly(1, 2);
    assertThat(bytes.get(0)).isEqualTo((byte) 1);
    assertThat(bytes.length()).isEqualTo(2);
  }

  @Test
  void valuesAreEqualByTheirBytes() {
    assertThat(Bytes.ofHex("01ff")).isEqualTo(Bytes.of(new byte[] {1, -1}));
    assertThat(Bytes.ofHex("01FF")).hasSameHashCodeAs(Bytes.ofHex("01ff"));
    assertThat(Bytes.ofHex("01")).isNotEqualTo(Bytes.ofHex("0100"));
    assertThat(Bytes.of(new byte[0])).isSameAs(Bytes.EMPTY);
    assertThat(Bytes.ofHex("01ff").toHex()).isEqualTo("01ff");
    assertThatThrownBy(() -> Bytes.ofHex("1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOrderIsThatOfUnsignedBytes() {
    assertThat(Bytes.ofHex("7f")).isLessThan(Bytes.ofHex("80"));
    assertThat(Bytes.ofHex("80")).isLessThan(Bytes.ofHex("8000"));
    assertThat(Bytes.ofHex("00ff")).isLessThan(Bytes.ofHex("01"));
  }

  @Test
  void theTextOfTheValueHoldsNoContent() {
    assertThat(Bytes.ofHex("cafe")).hasToString("Bytes[length=2]");
  }
}
