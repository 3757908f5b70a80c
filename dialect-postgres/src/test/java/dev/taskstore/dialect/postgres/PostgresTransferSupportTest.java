package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.spi.RebuildableStructure;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL has that a copy must keep or must not read over. */
class PostgresTransferSupportTest extends PostgresStoreFixture {

  private static final PostgresTransferSupport SUPPORT = PostgresTransferSupport.INSTANCE;

  private void execute(String... statements) {
    for (String sql : statements) {
      store.dsl().execute(sql);
    }
  }

  private List<RebuildableStructure> structures(String... tables) {
    return store.transactionResult(
        tx ->
            tx.dsl()
                .connectionResult(connection -> SUPPORT.rebuildable(connection, List.of(tables))));
  }

  private static void rebuild(Connection connection, List<RebuildableStructure> structures)
      throws SQLException {
    List<RebuildableStructure> reverse = new ArrayList<>(structures);
    Collections.reverse(reverse);
    for (RebuildableStructure structure : reverse) {
      TransactionControl.execute(connection, structure.dropSql());
    }
    for (RebuildableStructure structure : structures) {
      TransactionControl.execute(connection, structure.createSql());
    }
  }

  private List<String> definitions(String table) {
    List<String> definitions = new ArrayList<>();
    for (String query :
        List.of(
            "SELECT pg_get_constraintdef(oid) || conname || coalesce(obj_description(oid,"
                + " 'pg_constraint'), '') FROM pg_constraint WHERE conrelid = '%s'::regclass"
                + " ORDER BY oid",
            "SELECT pg_get_indexdef(indexrelid) || coalesce(obj_description(indexrelid,"
                + " 'pg_class'), '') FROM pg_index WHERE indrelid = '%s'::regclass"
                + " ORDER BY indexrelid")) {
      for (Record row : store.dsl().fetch(query.formatted(table))) {
        definitions.add(row.get(0, String.class));
      }
    }
    return definitions;
  }

  @Test
  void definitionsAndCommentsReturn() {
    execute(
        "CREATE TABLE parents (id bigint, code text COLLATE \"C\", low int, high int, note text,"
            + " CONSTRAINT pk PRIMARY KEY (id) INCLUDE (low),"
            + " CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (low, high) DEFERRABLE INITIALLY DEFERRED,"
            + " CONSTRAINT \"Uq 'odd\" UNIQUE (code))",
        "CREATE UNIQUE INDEX ux ON parents (lower(code) text_pattern_ops DESC NULLS LAST)"
            + " INCLUDE (note) WITH (fillfactor = 70) WHERE low > 0",
        "CREATE INDEX br ON parents USING brin (high)",
        "CREATE TABLE children (parent_id bigint, code text COLLATE \"C\","
            + " CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parents (id) ON DELETE CASCADE"
            + " DEFERRABLE, CONSTRAINT fk_code FOREIGN KEY (code) REFERENCES parents (code)"
            + " MATCH FULL ON UPDATE SET NULL NOT VALID)",
        "COMMENT ON INDEX ux IS 'it''s; a \\ comment'",
        "COMMENT ON INDEX pk IS 'index'",
        "COMMENT ON CONSTRAINT pk ON parents IS 'constraint'",
        "COMMENT ON CONSTRAINT fk ON children IS 'foreign key'");
    List<String> parents = definitions("parents");
    List<String> children = definitions("children");

    List<RebuildableStructure> structures = structures("children", "parents");
    store.transaction(tx -> tx.dsl().connection(connection -> rebuild(connection, structures)));

    assertThat(structures)
        .extracting(RebuildableStructure::name)
        .containsExactly("pk", "uq", "Uq 'odd", "ux", "br", "fk", "fk_code");
    assertThat(definitions("parents")).isEqualTo(parents);
    assertThat(definitions("children")).isEqualTo(children);
    assertThat(parents).anyMatch(text -> text.endsWith("it's; a \\ comment"));
  }

  @Test
  void structuresThatTheDatabaseOrTheirDefinitionRequiresRemain() {
    execute(
        "CREATE TABLE filled (id int PRIMARY KEY WITH (fillfactor = 50))",
        "CREATE TABLE clustered (id int, CONSTRAINT pk_clustered PRIMARY KEY (id))",
        "CLUSTER clustered USING pk_clustered",
        "CREATE TABLE identified (id int NOT NULL, code int NOT NULL)",
        "CREATE UNIQUE INDEX ux_first ON identified (code)",
        "CREATE UNIQUE INDEX ux_identity ON identified (id)",
        "CREATE INDEX ix_identified ON identified (code, id)",
        "ALTER TABLE identified REPLICA IDENTITY USING INDEX ux_identity",
        "CREATE TABLE grouped (id int PRIMARY KEY, name text)",
        "CREATE VIEW groups AS SELECT id, name, count(*) FROM grouped GROUP BY id",
        "CREATE TABLE measured (a int, b int)",
        "CREATE INDEX ix_measured ON measured ((a + b))",
        "ALTER INDEX ix_measured ALTER COLUMN 1 SET STATISTICS 500",
        "CREATE TABLE parted (id int PRIMARY KEY) PARTITION BY RANGE (id)",
        "CREATE TABLE part PARTITION OF parted FOR VALUES FROM (0) TO (9)",
        "CREATE TABLE referenced (id int PRIMARY KEY)",
        "CREATE TABLE outside (id int REFERENCES referenced (id))");

    assertThat(
            structures(
                "filled",
                "clustered",
                "identified",
                "grouped",
                "measured",
                "parted",
                "part",
                "referenced"))
        .extracting(RebuildableStructure::name)
        .containsExactly("ix_identified");
    assertThat(structures("referenced", "outside"))
        .extracting(RebuildableStructure::name)
        .containsExactly("referenced_pkey", "outside_id_fkey");
  }

  @Test
  void aPublishedTableKeepsItsPrimaryKey() {
    execute("CREATE PUBLICATION taskstore_published FOR TABLE tags");

    assertThat(structures("tags"))
        .extracting(RebuildableStructure::name)
        .containsExactly("uq_tags_name");
  }

  @Test
  void policiesThatHideRowsAreErrors() {
    store.tags().insertAll(List.of(NewTag.of("open"), NewTag.of("secret")));
    execute(
        "ALTER TABLE tags ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE tags FORCE ROW LEVEL SECURITY",
        "CREATE POLICY visible ON tags USING (name = 'open')");
    assertThat(store.tags().count()).isEqualTo(1);

    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      tx.dsl().connection(SUPPORT::requireAllRows);
                      tx.tags().count();
                    }))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("row-level security policy for table \"tags\"");
    assertThat(store.tags().count()).isEqualTo(1);
  }

  @Test
  void sequencesAdvanceWithinTheirLimits() {
    execute(
        "CREATE TABLE \"Small's\" (\"Id\" smallint GENERATED ALWAYS AS IDENTITY, name text)",
        "CREATE TABLE limited (id bigint GENERATED BY DEFAULT AS IDENTITY (MAXVALUE 100))",
        "CREATE TABLE restarted (id serial)",
        "ALTER SEQUENCE restarted_id_seq RESTART WITH 50",
        "CREATE TABLE plain (id int)",
        "INSERT INTO \"Small's\" OVERRIDING SYSTEM VALUE VALUES (32766, 'a')",
        "INSERT INTO limited VALUES (5000)",
        "INSERT INTO restarted VALUES (7)",
        "INSERT INTO plain VALUES (7)");
    store.transaction(
        tx ->
            tx.dsl()
                .connection(
                    connection -> {
                      SUPPORT.advanceIdentity(connection, "Small's", "Id");
                      SUPPORT.advanceIdentity(connection, "limited", "id");
                      SUPPORT.advanceIdentity(connection, "restarted", "id");
                      SUPPORT.advanceIdentity(connection, "plain", "id");
                    }));

    assertThat(number("INSERT INTO \"Small's\" (name) VALUES ('b') RETURNING \"Id\""))
        .isEqualTo(32_767);
    assertThat(number("INSERT INTO restarted DEFAULT VALUES RETURNING id")).isEqualTo(50);
    assertThatThrownBy(() -> execute("INSERT INTO limited DEFAULT VALUES"))
        .isInstanceOf(DatabaseException.class);
  }

  private int number(String sql) {
    return store.dsl().fetchOne(sql).get(0, Integer.class);
  }

  /** A damaged index would be used otherwise: for the order, for the condition, or for both. */
  @Test
  void noIndexIsUsedToReadAllRows() {
    store.tags().load(IntStream.range(0, 5_000).mapToObj(i -> NewTag.of("t" + i)));
    execute("ANALYZE tags");
    String source = SUPPORT.withoutIndexes("\"tags\"");

    for (String query :
        List.of(
            "SELECT id FROM %s ORDER BY id",
            "SELECT name FROM %s WHERE name > 't3' ORDER BY name",
            "SELECT name FROM %s GROUP BY name HAVING count(*) > 1",
            "SELECT \"tags\".id FROM %s WHERE \"tags\".name = 't7'")) {
      assertThat(store.dsl().fetch("EXPLAIN " + query.formatted(source)).format(1_000))
          .doesNotContain("Index")
          .contains("Seq Scan");
    }
  }

  @Test
  void truncateIsRefusedWhileChangesAreCapturedAndWhenSealed() {
    execute("CREATE TABLE items (id int PRIMARY KEY)", "INSERT INTO items VALUES (1)");
    var capture = PostgresChangeCapture.INSTANCE;
    store.transaction(
        tx ->
            tx.dsl()
                .connection(
                    connection -> {
                      List<String> key = List.of("id");
                      TransactionControl.execute(
                          connection,
                          capture.createOutbox(connection, "items", key, "taskstore_outbox_1"));
                      for (String sql :
                          capture.start(connection, "items", key, "taskstore_outbox_1")) {
                        TransactionControl.execute(connection, sql);
                      }
                    }));

    assertThatThrownBy(() -> execute("TRUNCATE items"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Use DELETE");
    execute("INSERT INTO items VALUES (1) ON CONFLICT DO NOTHING");
    execute(
        "MERGE INTO items USING (VALUES (1), (2)) AS n (id) ON items.id = n.id"
            + " WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (n.id)");
    assertThat(
            store
                .dsl()
                .fetch("SELECT id FROM taskstore_outbox_1 ORDER BY id")
                .getValues(0, Integer.class))
        .containsExactly(1, 2);

    execute(capture.stop("items").toArray(String[]::new));
    execute(capture.seal("items").toArray(String[]::new));
    assertThatThrownBy(() -> execute("TRUNCATE items")).isInstanceOf(DatabaseSealedException.class);
    execute(capture.unseal("items").toArray(String[]::new));
    execute("TRUNCATE items");
    assertThat(number("SELECT count(*)::int FROM pg_proc WHERE proname LIKE 'taskstore%'"))
        .isZero();
  }

  private boolean isStored(String text) {
    try {
      store.dsl().execute("INSERT INTO words VALUES (1, ?)", text);
      return true;
    } catch (DatabaseException e) {
      return false;
    }
  }

  /** Random text cannot be compressed, so that the limit holds to the byte. */
  @Test
  void theLimitOfIndexRowsIsThatOfTheServer() {
    execute("CREATE TABLE words (id int, word text)", "CREATE INDEX ix_words ON words (word)");
    Random random = new Random(13);
    String text =
        random
            .ints(2_800, 33, 127)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    for (int length = 2_685; length < 2_700; length++) {
      assertThat(isStored(text.substring(0, length)))
          .describedAs("length %d", length)
          .isEqualTo(!SUPPORT.mayExceedIndex(List.of(length)));
    }
    assertThat(isStored("a".repeat(10_000))).isTrue();
  }
}
