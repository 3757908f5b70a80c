package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.PageRequest;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialect's text search: literal, without regard to case, with the same rows everywhere. */
abstract class TextSearchContract extends Contract {

  TextSearchContract(DialectFixture tck) {
    super(tck);
  }

  private List<String> search(String text) {
    return store().tasks().searchTitle(text, PageRequest.first(100)).items().stream()
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
  @ValueSource(strings = {"%", "_", "*", "?", "[a]", "\\", "^", "$", ".", "(a|b)", "'", "\"", "\n"})
  void everyCharacterIsTakenLiterally(String text) {
    insertTitles("before" + text + "after", "abcdefgxyz012beforeafter", "Z");

    assertThat(search("E" + text + "A")).containsExactly("before" + text + "after");
  }

  @Test
  void charactersOutsideTheBasicMultilingualPlaneAreFound() {
    insertTitles("ship 🚀 it", "𐐀 deseret", "e\u0301", "\u00e9");

    assertThat(search("🚀")).containsExactly("ship 🚀 it");
    assertThat(search("𐐨")).containsExactly("𐐀 deseret");
    assertThat(search("\u00c9")).containsExactly("\u00e9");
    assertThat(search("E\u0301")).containsExactly("e\u0301");
  }
}
