package dev.taskstore.liquibase.sqlite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.change.Change;
import liquibase.changelog.ChangeLogParameters;
import liquibase.command.CommandScope;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.AbstractResource;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;
import liquibase.ui.LoggerUIService;

/** Runs changelogs that are written in tests. */
public final class Changelogs {

  private static final String FILE = "changelog.xml";

  private interface Work {
    void run(Liquibase liquibase) throws Exception;
  }

  private Changelogs() {}

  /** Returns a changelog with one changeset. */
  public static String changelog(String... changes) {
    return changelogOf(List.of(List.of(changes)));
  }

  /** Returns a changelog with a changeset for each list of changes. */
  public static String changelogOf(List<List<String>> changeSets) {
    StringBuilder text =
        new StringBuilder(
            "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
                + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\">");
    int id = 0;
    for (List<String> changes : changeSets) {
      int number = ++id;
      String unique = number + "-" + Integer.toHexString(changes.hashCode());
      text.append("<changeSet id=\"").append(unique).append("\" author=\"test\">");
      changes.forEach(text::append);
      text.append("</changeSet>");
    }
    return text.append("</databaseChangeLog>").toString();
  }

  /** Reads the changes of a changeset. */
  public static List<Change> changes(String xml) {
    try {
      return Scope.child(
          Map.of("liquibase.validateXmlChangelogFiles", "false"),
          () ->
              ChangeLogParserFactory.getInstance()
                  .getParser("xml", new Text(""))
                  .parse(FILE, new ChangeLogParameters(), new Text(changelog(xml)))
                  .getChangeSets()
                  .get(0)
                  .getChanges());
    } catch (Exception e) {
      throw new ChangelogFailedException(e);
    }
  }

  public static void update(Connection connection, String changelog) {
    run(connection, changelog, liquibase -> liquibase.update(new Contexts()));
  }

  public static void updateAndRollBack(Connection connection, String changelog) {
    update(connection, changelog);
    run(
        connection,
        changelog,
        liquibase -> {
          int count = liquibase.getDatabase().getRanChangeSetList().size();
          liquibase.rollback(count, "");
        });
  }

  /** Rolls back the last changesets. */
  public static void rollBack(Connection connection, String changelog, int count) {
    run(connection, changelog, liquibase -> liquibase.rollback(count, ""));
  }

  /** Returns the script of the pending changesets. */
  public static String script(Connection connection, String changelog) {
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    run(
        connection,
        changelog,
        liquibase ->
            new CommandScope("updateSql")
                .addArgumentValue(
                    DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, liquibase.getDatabase())
                .addArgumentValue("changelogFile", FILE)
                .setOutput(script)
                .execute());
    return script.toString(StandardCharsets.UTF_8);
  }

  private static void run(Connection connection, String changelog, Work work) {
    try {
      boolean autoCommit = connection.getAutoCommit();
      Scope.child(
          Map.of(
              "liquibase.analytics.enabled",
              "false",
              Scope.Attr.ui.name(),
              new LoggerUIService(),
              Scope.Attr.resourceAccessor.name(),
              new Text(changelog)),
          () -> {
            Database database =
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Liquibase liquibase = new Liquibase(FILE, new Text(changelog), database);
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            work.run(liquibase);
          });
      connection.setAutoCommit(autoCommit);
    } catch (Exception e) {
      try {
        connection.rollback();
        connection.setAutoCommit(true);
      } catch (SQLException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw new ChangelogFailedException(e);
    }
  }

  /** The failure of a changelog. */
  public static final class ChangelogFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangelogFailedException(Exception cause) {
      super(cause);
    }
  }

  @SuppressWarnings("try") // The inherited close() declares Exception.
  private static final class Text extends ClassLoaderResourceAccessor {

    private final String text;

    private Text(String text) {
      this.text = text;
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
      return path.equals(FILE) ? List.of(new TextResource(text)) : super.getAll(path);
    }
  }

  private static final class TextResource extends AbstractResource {

    private final String text;

    private TextResource(String text) {
      super(FILE, URI.create("text:" + FILE));
      this.text = text;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public Resource resolve(String other) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Resource resolveSibling(String other) {
      throw new UnsupportedOperationException();
    }
  }
}
