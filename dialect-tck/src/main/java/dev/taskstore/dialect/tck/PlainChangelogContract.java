package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.plain.schema.Tables.AUTHOR;
import static dev.taskstore.dialect.tck.plain.schema.Tables.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.NotNullViolationException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.plain.Author;
import dev.taskstore.dialect.tck.plain.Book;
import dev.taskstore.dialect.tck.plain.Copy;
import dev.taskstore.dialect.tck.plain.CopyKey;
import dev.taskstore.dialect.tck.plain.NewAuthor;
import dev.taskstore.dialect.tck.plain.NewBook;
import dev.taskstore.dialect.tck.plain.NewCopy;
import dev.taskstore.dialect.tck.plain.schema.AuthorRepository;
import dev.taskstore.dialect.tck.plain.schema.BookRepository;
import dev.taskstore.dialect.tck.plain.schema.CopyRepository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A changelog as applications write it: text without a collation, names in upper and mixed case,
 * and constraints without a name. Text compares by code point whatever the locale of the database
 * is, and violations name the same constraint.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlainChangelogContract {

  private static final String CHANGELOG = "dev/taskstore/dialect/tck/plain/change-log/master.xml";

  /** In the order of code points, which is that of no locale. */
  private static final List<String> SORTED =
      List.of(
          "\"",
          "-a",
          "1",
          "10",
          "2",
          "A",
          "B",
          "Zebra",
          "_",
          "a",
          "a b",
          "a-b",
          "ab",
          "b",
          "co-op",
          "coop",
          "zebra",
          "\u00c4",
          "\u00e4",
          "\u20ac",
          "\uFB01",
          "\uD83D\uDE80");

  private final TckDatabase target;
  private final Database database;
  private final AuthorRepository authors;
  private final BookRepository books;
  private final CopyRepository copies;

  PlainChangelogContract(DialectFixture tck) {
    target = tck.create();
    database = tck.open(target, CHANGELOG);
    authors = new AuthorRepository(database);
    books = new BookRepository(database);
    copies = new CopyRepository(database);
  }

  @AfterAll
  final void close() {
    database.close();
    target.close();
  }

  @BeforeEach
  final void startWithEmptyTables() {
    copies.where(DSL.noCondition()).delete();
    books.where(DSL.noCondition()).delete();
    authors.where(DSL.noCondition()).delete();
  }

  private static List<String> shuffled() {
    List<String> names = new ArrayList<>(SORTED);
    Collections.shuffle(names, new Random(7));
    return names;
  }

  private void insertAuthors() {
    authors.insertAll(shuffled().stream().map(NewAuthor::of).toList());
  }

  private List<Book> insertBooks() {
    long author = authors.insert(NewAuthor.of("ada")).id();
    books.insertAll(
        shuffled().stream().map(text -> NewBook.of(text, author, text).shelfMark(text)).toList());
    return SORTED.stream().map(isbn -> books.getById(isbn)).toList();
  }

  private List<String> names(Condition condition) {
    return authors.where(condition).orderBy(AUTHOR.NAME.asc()).list().stream()
        .map(Author::name)
        .toList();
  }

  @Test
  void textIsSortedByCodePoint() {
    insertAuthors();
    List<String> reversed = new ArrayList<>(SORTED);
    Collections.reverse(reversed);

    assertThat(names(DSL.noCondition())).isEqualTo(SORTED);
    assertThat(authors.where(DSL.noCondition()).orderBy(AUTHOR.NAME.desc()).list())
        .extracting(Author::name)
        .isEqualTo(reversed);
    assertThat(authors.where(DSL.noCondition()).orderBy(DSL.concat(AUTHOR.NAME, "x").asc()).list(3))
        .extracting(Author::name)
        .containsExactly("\"", "-a", "10");
    assertThat(authors.where(DSL.noCondition()).orderBy(AUTHOR.NAME.asc()).stream())
        .extracting(Author::name)
        .isEqualTo(SORTED);
    assertThat(authors.where(DSL.noCondition()).countBy(AUTHOR.NAME).keySet())
        .containsExactlyElementsOf(SORTED);
    assertThat(database.dsl().select(AUTHOR.NAME).from(AUTHOR).orderBy(AUTHOR.NAME).fetch(0))
        .isEqualTo(SORTED);
  }

  @Test
  void rangesOfTextAreByCodePoint() {
    insertAuthors();

    assertThat(names(AUTHOR.NAME.lt("A"))).isEqualTo(SORTED.subList(0, 5));
    assertThat(names(AUTHOR.NAME.le("A"))).isEqualTo(SORTED.subList(0, 6));
    assertThat(names(AUTHOR.NAME.gt("zebra"))).isEqualTo(SORTED.subList(17, SORTED.size()));
    assertThat(names(AUTHOR.NAME.ge("zebra"))).isEqualTo(SORTED.subList(16, SORTED.size()));
    assertThat(names(AUTHOR.NAME.between("A", "_"))).isEqualTo(SORTED.subList(5, 9));
    assertThat(names(AUTHOR.NAME.notBetween("A", "\uFFFF"))).hasSize(6);
    assertThat(names(DSL.val("zebra").lt(AUTHOR.NAME))).hasSize(5);
    assertThat(names(DSL.row(AUTHOR.NAME, AUTHOR.ID).lessThan("A", 0L)))
        .isEqualTo(SORTED.subList(0, 5));
    assertThat(names(AUTHOR.NAME.in("a", "zebra"))).containsExactly("a", "zebra");
    assertThat(names(DSL.greatest(AUTHOR.NAME, DSL.inline("Zebra")).eq("Zebra"))).hasSize(8);
    assertThat(names(DSL.lower(AUTHOR.NAME).eq("\u00c4"))).containsExactly("\u00c4");
  }

  @Test
  void theLeastAndTheGreatestTextAreByCodePoint() {
    insertAuthors();

    assertThat(authors.where(DSL.noCondition()).min(AUTHOR.NAME)).contains("\"");
    assertThat(authors.where(AUTHOR.NAME.lt("\u0080")).max(AUTHOR.NAME)).contains("zebra");
    var extremes =
        database
            .dsl()
            .select(DSL.min(AUTHOR.NAME), DSL.max(AUTHOR.NAME))
            .from(AUTHOR)
            .fetchSingle();
    assertThat(extremes.value1()).isEqualTo("\"");
    assertThat(extremes.value2()).isEqualTo("\uD83D\uDE80");
  }

  @Test
  void pagesByATextKeyAndByATextColumnAreByCodePoint() {
    List<Book> sorted = insertBooks();

    PageWalk.assertPagesAre(sorted, books::findAll, 1, 4, 100);
    PageWalk.assertPagesAre(
        sorted,
        request -> books.where(DSL.noCondition()).page(request, KeysetOrder.ascending(BOOK.TITLE)),
        1,
        5);
    PageWalk.assertPagesAre(
        sorted,
        request ->
            books.where(DSL.noCondition()).page(request, KeysetOrder.ascending(BOOK.SHELFMARK)),
        3);
    assertThat(books.where(DSL.noCondition()).stream()).isEqualTo(sorted);
  }

  @Test
  void aViolationOfAForeignKeyIsNamedWhateverItsActionIs() {
    Author ada = authors.insert(NewAuthor.of("ada"));
    Book book = books.insert(NewBook.of("1", ada.id(), "One"));
    copies.insert(NewCopy.of(book.isbn(), "c"));

    SchoolContract.assertNames(
        ForeignKeyViolationException.class, "FK_Book_Author", () -> authors.deleteById(ada.id()));
    SchoolContract.assertNames(
        ForeignKeyViolationException.class,
        "FK_Book_Author",
        () -> authors.where(AUTHOR.NAME.eq("ada")).delete());
    SchoolContract.assertNames(
        ForeignKeyViolationException.class,
        "FK_Book_Author",
        () -> books.insert(NewBook.of("2", ada.id() + 1, "Two")));
    SchoolContract.assertNames(
        ForeignKeyViolationException.class,
        "FK_Book_Author",
        () -> books.update(book.with().authorId(ada.id() + 1).build()));
    SchoolContract.assertNames(
        ForeignKeyViolationException.class, "fk_copy_book", () -> books.deleteById("1"));
    SchoolContract.assertNames(
        ForeignKeyViolationException.class,
        "fk_copy_book",
        () -> copies.insert(NewCopy.of("none", "d")));
    SchoolContract.assertNames(
        ForeignKeyViolationException.class,
        "fk_copy_book",
        () -> copies.load(Stream.of(NewCopy.of("none", "d"))));
  }

  @Test
  void aViolationOfAKeyIsNamedWhateverItsSpellingIs() {
    Author ada = authors.insert(NewAuthor.of("ada").email("a@x"));
    Author bob = authors.insert(NewAuthor.of("bob"));
    Book book = books.insert(NewBook.of("1", ada.id(), "One"));
    copies.insert(NewCopy.of("1", "c"));

    SchoolContract.assertNames(
        UniqueViolationException.class,
        "author_email_key",
        () -> authors.insert(NewAuthor.of("x").email("a@x")));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "author_email_key",
        () -> authors.update(bob.with().email("a@x").build()));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "Book_pkey",
        () -> books.insert(NewBook.of("1", ada.id(), "Two")));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "Book_authorId_title_key",
        () -> books.insert(NewBook.of("2", ada.id(), book.title())));
    SchoolContract.assertNames(
        UniqueViolationException.class, "UQ_Copy_Barcode", () -> copyOfAnotherBook(ada));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "Book_pkey",
        () -> books.insertAll(List.of(NewBook.of("8", ada.id(), "8"), NewBook.of("1", 1, "1"))));
  }

  private void copyOfAnotherBook(Author author) {
    books.upsertByIsbn(NewBook.of("3", author.id(), "Three"));
    copies.insert(NewCopy.of("3", "c"));
  }

  @Test
  void violationsOfChecksAndOfNotNullAreNamed() {
    Author ada = authors.insert(NewAuthor.of("ada"));
    books.insert(NewBook.of("1", ada.id(), "One"));
    Copy copy = copies.insert(NewCopy.of("1", "c").note("d"));

    SchoolContract.assertNames(
        CheckViolationException.class,
        "ck_copy_note",
        () -> copies.insert(NewCopy.of("1", "d").note("d")));
    SchoolContract.assertNames(
        CheckViolationException.class,
        "ck_copy_note",
        () -> copies.update(copy.with().note("c").build()));
    assertThat(copies.getById(new CopyKey("1", "c"))).isEqualTo(copy);
    SchoolContract.assertNames(
        NotNullViolationException.class,
        null,
        () -> database.dsl().insertInto(AUTHOR).set(AUTHOR.EMAIL, "b@x").execute());
  }
}
