package dev.taskstore.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.Task;
import dev.taskstore.User;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching in titles: literally, without regard to case, the same rows everywhere. */
abstract class TitleSearchContract extends TaskStoreContract {

  private static final PageRequest FIRST = PageRequest.first(100);

  TitleSearchContract(TaskStoreTck tck) {
    super(tck);
  }

  private List<String> search(String text) {
    return store().tasks().searchTitle(text, FIRST).items().stream().map(Task::title).toList();
  }

  private List<String> prefix(String text) {
    return store().tasks().findByTitlePrefix(text, FIRST).items().stream()
        .map(Task::title)
        .toList();
  }

  private void insertTitles(String... titles) {
    User ada = insertUser("ada");
    for (String title : titles) {
      insertTask(ada, title);
    }
  }

  @Test
  void caseDoesNotCount() {
    insertTitles("Repair the ÉTAGÈRE", "étagère", "Etagere", "STRASSE", "straße", "ΣΊΣΥΦΟΣ");

    assertThat(search("étag")).containsExactlyInAnyOrder("Repair the ÉTAGÈRE", "étagère");
    assertThat(search("ETAG")).containsExactly("Etagere");
    assertThat(search("strass")).containsExactly("STRASSE");
    assertThat(search("σίσυφ")).containsExactly("ΣΊΣΥΦΟΣ");
    assertThat(search("nothing like it")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%", "_", "*", "?", "[", "]", "[a]", "[^a]", "[!a]", "\\", "\\d", "^", "$", ".", ".*", "(",
        ")", "(a|b)", "{", "}", "{2}", "+", "|", "-", "a-z", "'", "''", "\"", "/", "#", "&", "!",
        ":", ";", "--", "/*", "***:a", "(?i)a", "\\Q", "\\E", "\n", "\t", " "
      })
  void everyCharacterIsTakenLiterally(String text) {
    insertTitles("before" + text + "after", "abcdefgxyz012beforeafter", "Z");

    assertThat(search(text)).containsExactly("before" + text + "after");
    assertThat(search("E" + text + "A")).containsExactly("before" + text + "after");
  }

  @Test
  void theTextStandsAnywhereAndAcrossLines() {
    insertTitles("one\ntwo three", "two", "tw o");

    assertThat(search("E\nT")).containsExactly("one\ntwo three");
    assertThat(search("two")).containsExactly("two", "one\ntwo three");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreFound() {
    insertTitles("ship 🚀 it", "𐐀 deseret", "e\u0301", "\u00e9", "👩‍🚀");

    assertThat(search("🚀")).containsExactly("👩‍🚀", "ship 🚀 it");
    assertThat(search("𐐨")).containsExactly("𐐀 deseret");
    assertThat(search("\u00c9")).containsExactly("\u00e9");
    assertThat(search("E\u0301")).containsExactly("e\u0301");
  }

  @Test
  void hitsComeNewestFirstAndInPages() {
    User ada = insertUser("ada");
    List<Task> tasks = new ArrayList<>(insertTasks(ada, 5));
    insertTask(ada, "other");
    Collections.reverse(tasks);

    List<Task> found = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(2));
    while (next.isPresent()) {
      Page<Task> page = store().tasks().searchTitle("TASK", next.get());
      found.addAll(page.items());
      next = page.next();
    }
    assertThat(found).isEqualTo(tasks);
  }

  @Test
  void prefixesAreComparedExactlyAndOrderedByCodePoint() {
    insertTitles("ab", "a", "aZ", "B", "b", "a%", "\u00e1", "a\uFFFF", "a\uD83D\uDE80", "a\uE000");

    assertThat(prefix("a"))
        .containsExactly("a", "a%", "aZ", "ab", "a\uE000", "a\uFFFF", "a\uD83D\uDE80");
    assertThat(prefix("A")).isEmpty();
    assertThat(prefix("a%")).containsExactly("a%");
    assertThat(prefix("a\uFFFF")).containsExactly("a\uFFFF");
  }

  @Test
  void prefixesAtTheEndOfTheCodePointsHaveNoUpperBound() {
    String last = Character.toString(Character.MAX_CODE_POINT);
    insertTitles(last + "x", last, "a", "\uD7FFx", "\uE000x");

    assertThat(prefix(last)).containsExactly(last, last + "x");
    assertThat(prefix("\uD7FF")).containsExactly("\uD7FFx");
  }

  @Test
  void theTextHasALeastAndAGreatestLength() {
    String longest = "\uD83D\uDE80".repeat(255);
    insertTitles(longest);

    assertThat(search(longest)).containsExactly(longest);
    assertThat(prefix(longest)).containsExactly(longest);
    for (String bad : List.of("", longest + "x", "a\0", "\uD83D", "\uDE80\uD83D")) {
      assertThatThrownBy(() -> search(bad)).isInstanceOf(InvalidArgumentException.class);
      assertThatThrownBy(() -> prefix(bad)).isInstanceOf(InvalidArgumentException.class);
    }
  }
}
