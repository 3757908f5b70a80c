package dev.taskstore.examples.chatbot.tool;

/** A tool for a model. Thread-safe. */
public interface TaskTool {

  /** Returns the name, the texts and the schemas of this tool. */
  ToolDescription description();

  /**
   * Calls this tool.
   *
   * @param caller the user, with the rows that the user may see
   * @param arguments arguments that conform to the schema
   * @return the result
   * @throws ArgumentException if an argument conforms to the schema but is not usable
   * @throws dev.taskstore.db.exception.DatabaseException if the store throws one
   */
  ToolResult call(Caller caller, Arguments arguments);
}
