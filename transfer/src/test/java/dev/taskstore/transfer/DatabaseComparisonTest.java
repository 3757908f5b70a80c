package dev.taskstore.transfer;

import static dev.taskstore.transfer.Pupils.CHANGELOG;
import static dev.taskstore.transfer.Pupils.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.transfer.report.ComparisonReport;
import dev.taskstore.transfer.report.RowDifference;
import dev.taskstore.transfer.report.TableCounts;
import dev.taskstore.transfer.report.TableDifference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseComparisonTest extends CopyFixture {

  @ParameterizedTest
  @MethodSource("directions")
  void rowsThatDifferAreListedByKey(Direction direction) throws Exception {
    Database first = open(direction.source, CHANGELOG);
    Pupils.insert(first, 5);
    TestDatabase copied = create(direction.target);
    Database second = closing(copied.target(CHANGELOG));
    copy(SCHEMA, first, second);
    copied.execute(
        "UPDATE departments SET name = 'secret' WHERE code = 'AB'",
        "INSERT INTO departments (code, name) VALUES ('ZZ', 'Sleep')",
        "DELETE FROM exams",
        "DELETE FROM sightings WHERE place = 'hall 1'");

    ComparisonReport report = DatabaseComparison.of(SCHEMA).limit(2).run(first, second);

    assertThat(report.isEqual()).isFalse();
    assertThat(report.tables())
        .filteredOn(table -> !table.isEqual())
        .extracting(TableCounts::table)
        .containsExactlyInAnyOrder("departments", "exams", "sightings");
    TableDifference departments =
        report.differences().stream()
            .filter(table -> table.table().equals("departments"))
            .findFirst()
            .orElseThrow();
    assertThat(departments.missing()).isZero();
    assertThat(departments.extra()).isEqualTo(1);
    assertThat(departments.changed()).isEqualTo(1);
    assertThat(departments.first())
        .containsExactly(
            new RowDifference(RowDifference.Kind.CHANGED, java.util.List.of("AB")),
            new RowDifference(RowDifference.Kind.EXTRA, java.util.List.of("ZZ")));
    assertThat(report.differences())
        .filteredOn(table -> !table.equals(departments))
        .allSatisfy(
            table -> {
              assertThat(table.missing()).isBetween(4L, 5L);
              assertThat(table.first()).hasSize(2);
            });
    assertThat(report.toText())
        .startsWith("DIFFERENT: ")
        .contains("departments: 0 missing, 1 extra, 1 changed\n  changed AB\n  extra ZZ\n")
        .doesNotContain("secret", "Sleep");
    assertThat(report.toJson()).contains("\"equal\" : false").doesNotContain("secret", "Sleep");
  }

  @Test
  void digestsDoNotDependOnTheDialect() {
    Database sqlite = open(TestDatabase.Kind.SQLITE, ValueRows.CHANGELOG);
    Database postgres = open(TestDatabase.Kind.POSTGRES, ValueRows.CHANGELOG);
    ValueRows.insert(sqlite);
    ValueRows.insert(postgres);

    ComparisonReport report = DatabaseComparison.of(ValueRows.SCHEMA).run(sqlite, postgres);

    assertThat(report.toText()).startsWith("Equal: ");
    assertThat(report.isEqual()).isTrue();
  }

  @Test
  void twoDatabasesAreRequired() {
    Database database = open(TestDatabase.Kind.SQLITE, CHANGELOG);

    assertThatThrownBy(() -> DatabaseComparison.of(SCHEMA).run(database, database))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
