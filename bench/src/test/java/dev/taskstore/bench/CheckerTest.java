package dev.taskstore.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {

  private static final Dataset DATA = new Dataset(2_000, 20);

  private static Databases databases;

  @BeforeAll
  static void fill() throws IOException, SQLException {
    databases = Databases.open(DatabaseKind.SQLITE, DATA);
  }

  @AfterAll
  static void remove() throws IOException, SQLException {
    databases.close();
  }

  static List<String> libraries() {
    return Libraries.all().stream().map(Library::name).toList();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void givesTheResultsOfPlainJdbc(String library) throws IOException, SQLException {
    new Checker(DATA, databases, Workload.all())
        .check(Libraries.named(library), library.replace(' ', '_'));
  }
}
