package dev.taskstore.codegen.lint;

import java.util.Optional;

/** A column of a table as far as the changesets have come. For one thread. */
final class ColumnState {

  final ChangeSetView addedBy;
  String name;
  String type;
  boolean notNull;
  Optional<String> collation;
  boolean remarks;

  ColumnState(ChangeSetView addedBy, String name, String type) {
    this.addedBy = addedBy;
    this.name = name;
    this.type = type;
    this.collation = Optional.empty();
  }
}
