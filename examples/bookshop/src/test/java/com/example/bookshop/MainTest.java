package com.example.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void theProgramSellsThreeBooks() {
    PrintStream before = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      Main.main(new String[0]);
    } finally {
      System.setOut(before);
    }

    assertThat(output.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "1 x Nineteen Eighty-Four at 9.50",
            "2 x The Left Hand of Darkness at 10.99",
            "Order 1: 31.48",
            "Earned: 31.48");
  }
}
