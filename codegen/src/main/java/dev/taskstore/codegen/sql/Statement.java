package dev.taskstore.codegen.sql;

/** A statement of a script. Immutable. */
public sealed interface Statement
    permits CreateTable,
        AlterTable,
        CreateIndex,
        RenameIndex,
        CommentOn,
        DropObject,
        OtherStatement {

  /**
   * Returns the statement as written.
   *
   * @return the text with its comments and blanks, without the semicolon at its end
   */
  String text();
}
