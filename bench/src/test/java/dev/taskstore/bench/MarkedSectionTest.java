package dev.taskstore.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {

  private static final MarkedSection SECTION = new MarkedSection("<!-- begin -->", "<!-- end -->");

  @TempDir private Path folder;
  private Path page;

  @BeforeEach
  void namePage() {
    page = folder.resolve("performance").resolve("PERFORMANCE.md");
  }

  private void write(String text) throws IOException {
    Files.createDirectories(page.getParent());
    Files.writeString(page, text);
  }

  @Test
  void whatIsWrittenAroundTheMarksStays() throws IOException {
    write("before\n<!-- begin -->\nold\n<!-- end -->\nafter\n");
    SECTION.write(page, "new\n");
    assertThat(page).hasContent("before\n<!-- begin -->\nnew\n<!-- end -->\nafter\n");
  }

  @Test
  void aPageIsMade() throws IOException {
    SECTION.write(page, "new\n");
    assertThat(page).hasContent("# Performance\n\n<!-- begin -->\nnew\n<!-- end -->\n");
  }

  @Test
  void aPageWithoutMarksGetsThem() throws IOException {
    write("before\n");
    SECTION.write(page, "new\n");
    assertThat(page).hasContent("before\n\n<!-- begin -->\nnew\n<!-- end -->\n");
  }

  @Test
  void aPageWithOneMarkIsNotWritten() throws IOException {
    write("before\n<!-- begin -->\n");
    assertThatThrownBy(() -> SECTION.write(page, "new\n"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(page).hasContent("before\n<!-- begin -->\n");
  }

  @Test
  void whatWasWrittenBetweenTheMarksIsRead() throws IOException {
    write("before\n<!-- begin -->\nold\n<!-- end -->\nafter\n");
    SECTION.write(page, "new\n");
    assertThat(SECTION.read(page)).isEqualTo("new\n");
  }

  @Test
  void aPageWithoutAMarkIsNotRead() throws IOException {
    write("before\n<!-- begin -->\n");
    assertThatThrownBy(() -> SECTION.read(page)).isInstanceOf(IllegalStateException.class);
  }
}
