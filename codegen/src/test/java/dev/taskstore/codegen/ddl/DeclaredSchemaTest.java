package dev.taskstore.codegen.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.CreateIndex;
import dev.taskstore.codegen.sql.SqlScript;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredSchemaTest {

  private static final ChangeSetKey FIRST = new ChangeSetKey("1.sql", "one", "ada");
  private static final ChangeSetKey SECOND = new ChangeSetKey("2.sql", "two", "ada");

  private static final String PERSONS =
      """
      CREATE TABLE persons (
        id bigint,
        name text DEFAULT 'name' NOT NULL,
        boss_id bigint,
        CONSTRAINT pk_persons PRIMARY KEY (id),
        CONSTRAINT uq_persons UNIQUE (name, boss_id),
        CONSTRAINT ck_persons CHECK (length(name) > 0 AND persons.name <> 'name'),
        CONSTRAINT fk_persons FOREIGN KEY (boss_id) REFERENCES persons (id)
      ) STRICT;
      CREATE TABLE pets (
        owner_id bigint CONSTRAINT fk_pets REFERENCES persons (id)
      );
      CREATE UNIQUE INDEX ix_persons ON persons (name DESC, lower(name)) WHERE name <> 'x';
      COMMENT ON TABLE persons IS 'Persons.';
      COMMENT ON COLUMN persons.name IS 'A name.';
      COMMENT ON INDEX ix_persons IS 'By name.';
      """;

  private final DeclaredSchema schema = new DeclaredSchema();

  @Test
  void aRenamedTableKeepsEverything() {
    apply(PERSONS, "ALTER TABLE persons RENAME TO people");

    assertThat(schema.table("persons")).isEmpty();
    DeclaredTable people = table("people");
    assertThat(people.createdBy()).contains(FIRST);
    assertThat(people.comment()).contains("Persons.");
    assertThat(people.options()).containsExactly("STRICT");
    assertThat(people.columns())
        .extracting(DeclaredColumn::name)
        .containsExactly("id", "name", "boss_id");
    assertThat(index(people).comment()).contains("By name.");
    assertThat(people.primaryKey()).containsExactly("id");
    assertThat(check(people)).isEqualTo("length(name) > 0 AND people.name <> 'name'");
    assertThat(references(people)).containsExactly("people.id");
    assertThat(references(table("pets"))).containsExactly("people.id");
  }

  @Test
  void aRenamedColumnKeepsItsPlaceAndIsRenamedWhereverItIsUsed() {
    apply(
        PERSONS,
        "ALTER TABLE persons RENAME COLUMN name TO \"Full Name\"; ALTER TABLE persons RENAME id TO"
            + " key; ALTER TABLE persons ALTER COLUMN boss_id RENAME TO boss");

    DeclaredTable persons = table("persons");
    assertThat(persons.columns())
        .extracting(DeclaredColumn::name)
        .containsExactly("key", "Full Name", "boss");
    DeclaredColumn name = persons.column("Full Name").orElseThrow();
    assertThat(name.defaultExpression()).contains("'name'");
    assertThat(name.comment()).contains("A name.");
    assertThat(name.declaredBy()).isEqualTo(FIRST);
    assertThat(persons.primaryKey()).containsExactly("key");
    assertThat(columns(persons, Kind.UNIQUE)).containsExactly("Full Name", "boss");
    assertThat(columns(persons, Kind.FOREIGN_KEY)).containsExactly("boss");
    assertThat(check(persons))
        .isEqualTo("length(\"Full Name\") > 0 AND persons.\"Full Name\" <> 'name'");
    assertThat(index(persons).keys())
        .extracting(CreateIndex.Key::expression)
        .containsExactly("\"Full Name\"", "lower(\"Full Name\")");
    assertThat(index(persons).columns()).containsExactly("Full Name");
    assertThat(index(persons).predicate()).contains("\"Full Name\" <> 'x'");
    assertThat(references(persons)).containsExactly("persons.key");
    assertThat(references(table("pets"))).containsExactly("persons.key");
  }

  @Test
  void aDroppedColumnTakesAllThatUsesItAlong() {
    apply(PERSONS, "ALTER TABLE persons DROP COLUMN name");

    DeclaredTable persons = table("persons");
    assertThat(persons.columns()).extracting(DeclaredColumn::name).containsExactly("id", "boss_id");
    assertThat(names(persons)).containsExactly("pk_persons", "fk_persons");
    assertThat(persons.indexes()).isEmpty();
  }

  @Test
  void aDroppedReferencedColumnTakesForeignKeysAlong() {
    apply(PERSONS, "ALTER TABLE persons DROP COLUMN id CASCADE");

    assertThat(names(table("persons"))).containsExactly("uq_persons", "ck_persons");
    assertThat(names(table("pets"))).isEmpty();
  }

  @Test
  void aDroppedTableTakesItsIndexesAlongAndWithCascadeForeignKeys() {
    apply(PERSONS, "DROP TABLE persons");
    assertThat(schema.table("persons")).isEmpty();
    assertThat(names(table("pets"))).containsExactly("fk_pets");

    apply("DROP TABLE IF EXISTS other, persons CASCADE", "CREATE TABLE persons (id bigint)");
    assertThat(names(table("pets"))).isEmpty();
    assertThat(table("persons").indexes()).isEmpty();
    assertThat(table("persons").comment()).isEmpty();
    assertThat(table("persons").createdBy()).contains(SECOND);
  }

  @Test
  void renamedIndexesAndConstraintsKeepTheirRest() {
    apply(
        PERSONS,
        "ALTER INDEX IF EXISTS ix_persons RENAME TO ix_people; ALTER INDEX uq_persons RENAME TO"
            + " uq_people; ALTER TABLE persons RENAME CONSTRAINT ck_persons TO ck_people; ALTER"
            + " TABLE persons RENAME CONSTRAINT fk_persons TO fk_people; ALTER TABLE persons RENAME"
            + " CONSTRAINT pk_persons TO pk_people");

    DeclaredTable persons = table("persons");
    assertThat(names(persons)).containsExactly("pk_people", "uq_people", "ck_people", "fk_people");
    assertThat(index(persons).name()).contains("ix_people");
    assertThat(index(persons).comment()).contains("By name.");
  }

  @Test
  void droppedIndexesAndConstraintsAreGone() {
    apply(
        PERSONS,
        "DROP INDEX ix_persons; ALTER TABLE persons DROP CONSTRAINT uq_persons, DROP CONSTRAINT"
            + " ck_persons, DROP CONSTRAINT IF EXISTS FK_PERSONS, DROP CONSTRAINT pk_persons");

    assertThat(table("persons").indexes()).isEmpty();
    assertThat(table("persons").constraints()).isEmpty();
    assertThat(table("persons").column("id").orElseThrow().notNull()).isTrue();
  }

  @Test
  void anIndexBecomesAConstraint() {
    apply(
        PERSONS,
        "CREATE UNIQUE INDEX ux ON persons (boss_id); ALTER TABLE persons ADD CONSTRAINT"
            + " uq_boss UNIQUE USING INDEX ux; ALTER TABLE persons ADD UNIQUE USING INDEX"
            + " ix_persons");

    assertThat(table("persons").indexes()).isEmpty();
    assertThat(table("persons").constraints(Kind.UNIQUE))
        .extracting(key -> key.definition().name().orElseThrow(), key -> key.definition().columns())
        .contains(tuple("uq_boss", List.of("boss_id")), tuple("ix_persons", List.of("name")));
  }

  @Test
  void alteredColumnsHaveTheirNewTypeDefaultAndNullability() {
    apply(
        PERSONS,
        """
        ALTER TABLE persons ALTER COLUMN name TYPE varchar(9) COLLATE "C" USING name::varchar;
        ALTER TABLE persons ALTER name DROP DEFAULT;
        ALTER TABLE persons ALTER COLUMN name DROP NOT NULL;
        ALTER TABLE persons ALTER COLUMN boss_id SET DATA TYPE integer;
        ALTER TABLE persons ALTER COLUMN boss_id SET DEFAULT 1;
        ALTER TABLE persons ALTER COLUMN boss_id SET NOT NULL;
        """);

    DeclaredColumn name = table("persons").column("name").orElseThrow();
    assertThat(name.type()).isEqualTo("varchar(9)");
    assertThat(name.collation()).contains("C");
    assertThat(name.defaultExpression()).isEmpty();
    assertThat(name.notNull()).isFalse();
    DeclaredColumn boss = table("persons").column("boss_id").orElseThrow();
    assertThat(boss.type()).isEqualTo("integer");
    assertThat(boss.defaultExpression()).contains("1");
    assertThat(boss.notNull()).isTrue();
  }

  @Test
  void whatExistsAlreadyStaysAsItIs() {
    apply(
        PERSONS,
        "CREATE TABLE IF NOT EXISTS persons (other text); ALTER TABLE persons ADD COLUMN IF NOT"
            + " EXISTS name bigint CONSTRAINT ck_other CHECK (name > 0)");

    assertThat(table("persons").column("name").orElseThrow().type()).isEqualTo("text");
    assertThat(table("persons").column("other")).isEmpty();
    assertThat(names(table("persons"))).doesNotContain("ck_other");
  }

  @Test
  void aTableThatIsOnlyChangedIsKnownInPart() {
    apply("ALTER TABLE old ADD COLUMN day date; CREATE INDEX ix_old ON old (day)");

    assertThat(table("old").createdBy()).isEmpty();
    assertThat(table("old").column("day").orElseThrow().type()).isEqualTo("date");
    assertThat(table("old").indexes()).hasSize(1);
  }

  private void apply(String first, String... then) {
    SqlScript.read(first).forEach(statement -> schema.apply(FIRST, statement));
    for (String sql : then) {
      SqlScript.read(sql).forEach(statement -> schema.apply(SECOND, statement));
    }
  }

  private DeclaredTable table(String name) {
    return schema.table(name).orElseThrow();
  }

  private static DeclaredIndex index(DeclaredTable table) {
    assertThat(table.indexes()).hasSize(1);
    return table.indexes().get(0);
  }

  private static List<String> names(DeclaredTable table) {
    return table.constraints().stream()
        .map(constraint -> constraint.definition().name().orElseThrow())
        .toList();
  }

  private static List<String> columns(DeclaredTable table, Kind kind) {
    return table.constraints(kind).get(0).definition().columns();
  }

  private static String check(DeclaredTable table) {
    return table.constraints(Kind.CHECK).get(0).definition().expression().orElseThrow();
  }

  private static List<String> references(DeclaredTable table) {
    return table.constraints().stream()
        .map(constraint -> constraint.definition().reference())
        .flatMap(Optional::stream)
        .map(reference -> reference.table() + "." + String.join(",", reference.columns()))
        .toList();
  }
}
