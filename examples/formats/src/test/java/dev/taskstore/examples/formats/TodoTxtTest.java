package dev.taskstore.examples.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TodoTxtTest {

  private static final UUID USER = StoredTasks.USER;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T10:30:00.123456Z"), ZoneOffset.UTC);

  private static List<TodoItem> read(String text) throws IOException {
    return TodoTxtReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "ada", CLOCK);
  }

  private static String roundTrip(String text) throws IOException {
    return StoredTasks.write(read(text).stream().map(StoredTasks::of).toList(), CLOCK.getZone());
  }

  @Test
  void readsMarksDatesProjectsContextsAndKeywords() throws IOException {
    List<TodoItem> items =
        read(
            """
            (A) 2026-01-05 Call @mum about +garden due:2026-02-01
            x 2026-01-07 2026-01-06 Pay the rent pri:C +home
            """);

    TodoItem call = items.get(0);
    assertThat(call.title()).isEqualTo("Call @mum about +garden");
    assertThat(call.priority()).isEqualTo(TaskPriority.HIGH);
    assertThat(call.createdAt()).isEqualTo("2026-01-05T00:00:00Z");
    assertThat(call.dueOn()).isEqualTo("2026-02-01");
    assertThat(call.tags()).containsExactly("@mum", "+garden");
    assertThat(call.isCompleted()).isFalse();
    TodoItem rent = items.get(1);
    assertThat(rent.title()).isEqualTo("Pay the rent +home");
    assertThat(rent.priority()).isEqualTo(TaskPriority.LOW);
    assertThat(rent.completedOn()).isEqualTo("2026-01-07");
    assertThat(rent.createdAt()).isEqualTo("2026-01-06T00:00:00.000001Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Water the plants\n",
        "(A) Grüße an 日本語 🚀 @mail\n",
        "(C) 2026-01-05 Sort  the photos\n",
        "x Done without a date\n",
        "x 2026-01-07 Done on a day\n",
        "x 2026-01-07 2026-01-06 Done +work due:2026-01-31 pri:A\n",
        "2026-01-05 one\n2026-01-05 two\n2026-01-05 one\n2026-01-06 one\n",
        "Read http://example.com/a:b key:value and +1 @ +\n",
        "2026-01-05 x marks the spot\n",
        "(A) 2026-01-05 2026-01-06 is a date\n",
        "xylophone lesson\n",
        "(A) (B) or not (B)\n",
        "(B) (C) is not the priority\n",
        "(B) x is not a mark\n",
        "x (A) (B) is the text\n",
        "1970-01-01 Explicitly dated\n",
        "x 2026-01-07 (A) is the text\n",
        "Read due:2026-01-01 due:2026-02-02\n",
        "Read due:2026-01-01 in a title due:-\n",
      })
  void writesWhatItHasRead(String text) throws IOException {
    assertThat(roundTrip(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(B) Medium is not written   | Medium is not written",
        "(Z) Low is one letter       | (C) Low is one letter",
        "Pay due:2026-02-01 the rent | Pay the rent due:2026-02-01",
        "x (A) Done                  | x Done pri:A",
        "x (C) 2026-01-07 Done       | x 2026-01-07 Done pri:C",
        "x (A) Twice pri:C           | x Twice pri:C",
      })
  void normalizesSomeLines(String line, String written) throws IOException {
    assertThat(roundTrip(line + "\n")).isEqualTo(written + "\n");
    assertThat(roundTrip(roundTrip(line))).isEqualTo(written + "\n");
  }

  @Test
  void acceptsByteOrderMarksCarriageReturnsAndBlankLines() throws IOException {
    assertThat(read("\uFEFFone\r\n\r\n   \ntwo"))
        .extracting(TodoItem::title)
        .containsExactly("one", "two");
    assertThat(read("")).isEmpty();
  }

  @Test
  void tellsEqualLinesApart() throws IOException {
    assertThat(read("one\none\n")).extracting(TodoItem::id).doesNotHaveDuplicates();
    assertThat(read("one\none\n").get(1).id()).isEqualTo(read("one\nx one\n").get(1).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-30 impossible  | line 2: invalid date 2026-02-30",
        "pay due:2026-13-01     | line 2: invalid date 2026-13-01",
        "0000-01-01 long ago    | line 2: year must be between 1 and 9999",
        "(A) due:2026-01-01     | line 2: must not be empty",
      })
  void namesTheLineThatIsBroken(String line, String message) {
    assertThatThrownBy(() -> read("good\n" + line + "\n"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(message);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] bytes = "good\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> TodoTxtReader.read(new ByteArrayInputStream(bytes), "ada", CLOCK))
        .hasMessage("line 2: not UTF-8");
  }

  @Test
  void refusesOneIdentifierOnTwoLines() {
    assertThatThrownBy(() -> read("a id:" + USER + "\nb id:" + USER + "\n"))
        .hasMessage("line 2: same task ID as line 1");
  }

  @Test
  void writesTheIdentifierOfATaskThatItsTextDoesNotTell() throws IOException {
    TodoItem item = read("Ship it").get(0);
    Task renamed = StoredTasks.of(item).task().with().title("Ship\nit now").build();
    TaskDetails details = new TaskDetails(renamed, "ada", List.of("@work", "release notes"));

    String line = StoredTasks.write(List.of(details), CLOCK.getZone());

    assertThat(line).isEqualTo("Ship it now +release_notes @work id:" + item.id() + "\n");
    TodoItem again = read(line).get(0);
    assertThat(again.id()).isEqualTo(item.id());
    assertThat(again.applyTo(details, USER)).isEqualTo(renamed);
    assertThat(again.tagsAfter(details)).containsExactlyInAnyOrder("@work", "release notes");
  }
}
