package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.liquibase.sqlite.value.InsertDataChangeSqlite;
import dev.taskstore.liquibase.sqlite.value.LoadDataChangeSqlite;
import dev.taskstore.liquibase.sqlite.value.LoadUpdateDataChangeSqlite;
import dev.taskstore.liquibase.sqlite.value.UpdateDataChangeSqlite;
import java.nio.file.Path;
import java.util.Map;
import liquibase.Scope;
import liquibase.change.AbstractChange;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.ColumnConfig;
import liquibase.change.core.InsertDataChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.LoadUpdateDataChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.database.core.PostgresDatabase;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.statement.ExecutablePreparedStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changesets that Liquibase has applied without the extension keep their checksums. */
class ChecksumsTest {

  @TempDir Path folder;

  @Test
  void changesHaveTheChecksumsOfLiquibase() throws Exception {
    Migration.file(folder, "rows.csv", "id\n1\n");
    Scope.child(
        Map.of(
            Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(folder),
            Scope.Attr.database.name(), new PostgresDatabase()),
        () -> {
          assertSame(insert(new InsertDataChangeSqlite()), insert(new InsertDataChange()));
          assertSame(update(new UpdateDataChangeSqlite()), update(new UpdateDataChange()));
          assertSame(load(new LoadDataChangeSqlite()), load(new LoadDataChange()));
          assertSame(load(new LoadUpdateDataChangeSqlite()), load(new LoadUpdateDataChange()));
        });
  }

  private static void assertSame(AbstractChange change, AbstractChange original) {
    assertThat(change.generateCheckSum()).isEqualTo(original.generateCheckSum());
    assertThat(change.getSerializedObjectName()).isEqualTo(original.getSerializedObjectName());
    assertThat(change.getSerializableFields()).isEqualTo(original.getSerializableFields());
  }

  @Test
  void changesOfTheExtensionAreChosenAndAreThoseOfLiquibaseOnOtherDatabases() throws Exception {
    Scope.child(
        Map.of(Scope.Attr.database.name(), new PostgresDatabase()),
        () -> {
          ChangeFactory factory = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
          assertThat(factory.create("loadData")).isInstanceOf(LoadDataChangeSqlite.class);
          Change insert = factory.create("insert");
          assertThat(insert).isInstanceOf(InsertDataChangeSqlite.class);
          ((InsertDataChange) insert)
              .addColumn(new ColumnConfig().setName("body").setValueBlobFile("body.bin"));
          assertThat(insert.generateStatements(new PostgresDatabase()))
              .singleElement()
              .isInstanceOf(ExecutablePreparedStatement.class);
        });
  }

  private static InsertDataChange insert(InsertDataChange change) {
    change.setTableName("t");
    change.addColumn(new ColumnConfig().setName("a").setValueNumeric("12.34"));
    change.addColumn(new ColumnConfig().setName("b").setValueBlobFile("body.bin"));
    return change;
  }

  private static UpdateDataChange update(UpdateDataChange change) {
    change.setTableName("t");
    change.addColumn(new ColumnConfig().setName("a").setValueNumeric("12.34"));
    change.setWhere("b = :value");
    change.addWhereParam(new ColumnConfig().setValueNumeric("1"));
    return change;
  }

  private static LoadDataChange load(LoadDataChange change) {
    change.setTableName("t");
    change.setFile("rows.csv");
    return change;
  }
}
