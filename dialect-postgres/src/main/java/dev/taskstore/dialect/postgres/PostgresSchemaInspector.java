package dev.taskstore.dialect.postgres;

import dev.taskstore.db.migration.ElementAspect;
import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.SchemaElement;
import dev.taskstore.db.spi.SchemaInspector;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads schemas from the system catalogs. */
enum PostgresSchemaInspector implements SchemaInspector {
  INSTANCE;

  /** The first three columns are kind, table and name. */
  private static final int FIRST_ASPECT = 4;

  @Override
  public List<SchemaElement> inspect(Connection connection) throws SQLException {
    List<SchemaElement> elements = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String query : PostgresSchemaQueries.ALL) {
        try (ResultSet row = statement.executeQuery(query)) {
          while (row.next()) {
            elements.add(element(row));
          }
        }
      }
    }
    return elements;
  }

  private static SchemaElement element(ResultSet row) throws SQLException {
    ResultSetMetaData labels = row.getMetaData();
    Map<ElementAspect, String> aspects = new EnumMap<>(ElementAspect.class);
    for (int i = FIRST_ASPECT; i <= labels.getColumnCount(); i++) {
      String value = row.getString(i);
      if (value != null) {
        aspects.put(
            ElementAspect.valueOf(labels.getColumnLabel(i).toUpperCase(Locale.ROOT)), value);
      }
    }
    return new SchemaElement(
        ElementKind.valueOf(row.getString(1)), row.getString(2), row.getString(3), aspects);
  }

  @Override
  public ScratchDatabase openScratch(Connection connection) throws SQLException {
    return PostgresScratchSchema.open(connection);
  }
}
