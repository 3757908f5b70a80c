package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.Statement;
import java.util.List;
import java.util.Optional;
import liquibase.change.Change;

/**
 * A change as one database sees it.
 *
 * @param change what Liquibase read
 * @param name the name of the change, such as {@code addColumn}
 * @param supported whether Liquibase supports it on the database
 * @param reversible whether Liquibase can undo it by itself
 * @param statements its SQL, as far as that is known without running it
 * @param failure why the SQL that the change names cannot be read
 */
record ChangeView(
    Change change,
    String name,
    boolean supported,
    boolean reversible,
    List<Statement> statements,
    Optional<String> failure) {}
