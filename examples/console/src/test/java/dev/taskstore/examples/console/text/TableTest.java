package dev.taskstore.examples.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void alignsColumnsByTheWidthOnTheScreen() {
    Table table = new Table().text("NAME").number("COUNT").text("NOTE");
    table.row("日本語", 7, "a").row("e\u0301a", 1234, "b").row("🚀", 5, "");

    assertThat(table.toString())
        .isEqualTo(
            """
            NAME    COUNT  NOTE
            日本語      7  a
            e\u0301a       1234  b
            🚀          5
            """);
  }

  @Test
  void leavesOutEmptyColumns() {
    Table table = new Table().text("A").text("B").text("C").row("x", "", "y");

    assertThat(table.toString()).isEqualTo("A  C\nx  y\n");
  }

  @Test
  void isNothingWithoutRows() {
    assertThat(new Table().text("A").toString()).isEmpty();
  }

  @Test
  void showsNoControlCharacters() {
    assertThat(new Table().text("A").row("\u001b[31mred\r\nnext\u202Etxet").toString())
        .isEqualTo("A\n\uFFFD[31mred next\uFFFDtxet\n");
  }

  @Test
  void cutsTextThatIsTooWide() {
    assertThat(DisplayText.truncate("日本語", 5)).isEqualTo("日本…");
    assertThat(DisplayText.truncate("日本語", 6)).isEqualTo("日本語");
    assertThat(DisplayText.truncate("a🚀b", 3)).isEqualTo("a…");
  }

  @Test
  void drawsBarsToScale() {
    assertThat(Bar.of(0, 0, 10)).isEmpty();
    assertThat(Bar.of(10, 10, 10)).isEqualTo("█".repeat(30));
    assertThat(Bar.of(5, 10, 10)).isEqualTo("█".repeat(15) + "░".repeat(15));
    assertThat(Bar.of(0, 1, 1000)).isEqualTo("░");
    assertThat(Bar.of(999, 1000, 1000)).isEqualTo("█".repeat(29) + "░");
  }
}
