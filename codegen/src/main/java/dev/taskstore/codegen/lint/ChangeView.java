package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.Statement;
import java.util.List;
import java.util.Optional;
import liquibase.change.Change;

/**
 * A change, as read for one kind of database.
 *
 * @param change Liquibase's change
 * @param name the name of the change, such as {@code addColumn}
 * @param supported whether Liquibase supports it on the database
 * @param reversible whether Liquibase can roll it back without a {@code <rollback>}
 * @param statements its SQL statements, as far as they are known without running it
 * @param failure the reason why the SQL of the change cannot be read
 */
record ChangeView(
    Change change,
    String name,
    boolean supported,
    boolean reversible,
    List<Statement> statements,
    Optional<String> failure) {}
