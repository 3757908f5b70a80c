package dev.taskstore.db.internal.value;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Parameters of a statement that have values of their own, and that a row writer skips. */
public interface ReservedParameters {

  /** Returns whether the parameter at a position, from 1, is reserved. */
  boolean contains(int parameter);

  /**
   * Binds the values of the reserved parameters.
   *
   * @param offset the number of parameters of other statements before this one in the same text
   */
  void bind(PreparedStatement statement, ValueStorage storage, int offset) throws SQLException;

  /**
   * Returns the parameters of a text in which a statement with one parameter precedes another
   * statement.
   *
   * @param first the value of the first statement's parameter
   * @param others the reserved parameters of the other statement, or null if there are none
   */
  static ReservedParameters after(String first, @Nullable ReservedParameters others) {
    return new ReservedParameters() {
      @Override
      public boolean contains(int parameter) {
        return parameter == 1 || (others != null && others.contains(parameter - 1));
      }

      @Override
      public void bind(PreparedStatement statement, ValueStorage storage, int offset)
          throws SQLException {
        statement.setString(1 + offset, first);
        if (others != null) {
          others.bind(statement, storage, offset + 1);
        }
      }
    };
  }
}
