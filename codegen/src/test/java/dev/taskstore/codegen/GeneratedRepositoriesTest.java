package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedRepositoriesTest {

  @TempDir static Path directory;

  private static final Map<String, GeneratedCode> COMPILED = new HashMap<>();

  @Test
  void aCompositeReferenceIsFoundByAllItsColumns() {
    GeneratedCode code = generate("composite-keys");

    assertThat(code.code("schema.LoanRepository"))
        .contains("public Page<Loan> findByIsbnAndYear(String isbn, int year, PageRequest request)")
        .contains("KeysetOrder.ascending(LOANS.ISBN, LOANS.YEAR, LOANS.SINCE)");
    assertThat(code.code("LoanKey")).contains("since = Codecs.INSTANT.normalize(since)");
  }

  @Test
  void aReferenceThatMayBeMissingCanBeSearchedFor() {
    GeneratedCode code = generate("self-reference");

    assertThat(code.code("schema.CategoryRepository"))
        .contains("public Page<Category> findByParent(UUID parentId, PageRequest request)")
        .contains("public long countByParent(UUID parentId)")
        .contains("public Page<Category> findWithoutParent(PageRequest request)")
        .contains("KeysetOrder.descending(CATEGORIES.CREATED_AT, CATEGORIES.ID)");
  }

  @Test
  void everyUniqueKeyHasItsMethods() {
    GeneratedCode code = generate("several-unique-keys");

    assertThat(code.code("schema.PersonRepository"))
        .contains("public Optional<Person> findByEmail(String email)")
        .contains("public List<Person> findAllByEmail(Collection<String> emails)")
        .contains("public Person upsertByEmail(NewPerson draft)")
        .contains("public List<Person> upsertAllByEmail(Collection<NewPerson> drafts)")
        .contains(
            "public Optional<Person> findByFirstNameAndLastName(String firstName, String lastName)")
        .contains("public Person upsertByFirstNameAndLastName(NewPerson draft)")
        .doesNotContain("findAllByFirstName");
  }

  @Test
  void aUniqueIndexIsAUniqueKey() {
    assertThat(generate("several-unique-keys").code("schema.PersonRepository"))
        .contains("public Optional<Person> findByBadge(long badge)")
        .contains("public List<Person> findAllByBadge(Collection<Long> badges)")
        .contains("public Person upsertByBadge(NewPerson draft)")
        .doesNotContain("findByLastName");
  }

  @Test
  void renamedKeyColumnsHaveTheirNewNames() {
    GeneratedCode code =
        Scenario.sql(
                directory.resolve("renamed"),
                """
                CREATE TABLE persons (
                  id bigint NOT NULL,
                  email varchar NOT NULL,
                  CONSTRAINT pk_persons PRIMARY KEY (id),
                  CONSTRAINT uq_persons_email UNIQUE (email)
                );
                CREATE TABLE pets (
                  id bigint NOT NULL,
                  person_id bigint NOT NULL,
                  CONSTRAINT pk_pets PRIMARY KEY (id),
                  CONSTRAINT fk_pets_person_id FOREIGN KEY (person_id) REFERENCES persons (id)
                );
                ALTER TABLE persons RENAME COLUMN id TO number;
                ALTER TABLE persons RENAME COLUMN email TO mail;
                ALTER TABLE pets RENAME COLUMN person_id TO owner_id;
                """)
            .generate()
            .compiles();

    assertThat(code.code("schema.PersonRepository"))
        .contains("public Optional<Person> findByMail(String mail)");
    assertThat(code.code("schema.PetRepository"))
        .contains("public Page<Pet> findByOwner(long ownerId, PageRequest request)");
  }

  @Test
  void aUniqueKeyThatTakesNullHasNoUpsert() {
    assertThat(generate("several-unique-keys").code("schema.PersonRepository"))
        .contains("public Optional<Person> findByNickname(String nickname)")
        .doesNotContain("upsertByNickname");
  }

  @Test
  void aUniqueColumnNamedIdDoesNotHideThePrimaryKey() {
    assertThat(generate("several-unique-keys").code("schema.CountryRepository"))
        .contains("findByUniqueId(String id)")
        .contains("findAllByUniqueId(Collection<String> ids)")
        .contains("upsertByCode(NewCountry draft)");
  }

  @Test
  void aTableWithoutAPrimaryKeyCanOnlyBeReadAndInsertedInto() {
    GeneratedCode code = generate("no-primary-key");

    assertThat(code.code("schema.ReadingRepository"))
        .contains("extends TableRepository<Reading, NewReading>")
        .doesNotContain("findBySensor");
    assertThat(code.code("schema.ReadingMapping"))
        .contains("implements TableMapping<Reading, NewReading>");
    assertThat(code.result().files()).doesNotContain(Path.of("scenario/ReadingChanges.java"));
  }

  @Test
  void aUniqueKeyGivesPagesAnOrderWhereThereIsNoPrimaryKey() {
    assertThat(generate("no-primary-key").code("schema.LabelRepository"))
        .contains("findBySensor(UUID sensorId, PageRequest request)")
        .contains("KeysetOrder.ascending(LABELS.NUMBER)")
        .contains("findByNumber(int number)")
        .doesNotContain("upsert");
  }

  @Test
  void aPureJoinTableIsReachedFromBothSides() {
    GeneratedCode code = generate("join-tables");

    assertThat(code.code("schema.AuthorRepository"))
        .contains("public Page<Author> findByBook(UUID bookId, PageRequest request)")
        .contains("public long countByBook(UUID bookId)")
        .contains("public Map<UUID, List<Author>> findByBooks(Collection<UUID> bookIds)")
        .contains("findAllLinked(AUTHORS_BY_BOOK, bookIds, AUTHORS.NAME)")
        .contains("public int attachBooks(UUID authorId, Collection<UUID> bookIds)")
        .contains("public int attachBooks(Map<UUID, ? extends Collection<UUID>> bookIdsByAuthor)")
        .contains("public int detachBooks(UUID authorId, Collection<UUID> bookIds)");
    assertThat(code.result().files()).doesNotContain(Path.of("scenario/BookAuthor.java"));
  }

  @Test
  void aJoinTableBesideAReferenceToTheSameTableKeepsItsOwnName() {
    assertThat(generate("join-tables").code("schema.BookRepository"))
        .contains("findByAuthor(UUID authorId, PageRequest request)")
        .contains("findByAuthorThroughBookAuthors(UUID authorId, PageRequest request)")
        .contains("attachAuthorsThroughBookAuthors(UUID bookId, Collection<UUID> authorIds)");
  }

  @Test
  void aTableCanBeJoinedWithItself() {
    assertThat(generate("join-tables").code("schema.BookRepository"))
        .contains("findByCiting(UUID citingId, PageRequest request)")
        .contains("findByCited(UUID citedId, PageRequest request)");
  }

  private static GeneratedCode generate(String scenario) {
    return COMPILED.computeIfAbsent(
        scenario, name -> Scenario.named(name, directory.resolve(name)).generate().compiles());
  }
}
