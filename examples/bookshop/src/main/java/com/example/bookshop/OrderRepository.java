package com.example.bookshop;

import static com.example.bookshop.schema.Tables.ORDERS;
import static com.example.bookshop.schema.Tables.ORDER_LINES;
import static org.jooq.impl.DSL.sum;

import com.example.bookshop.schema.OrderLineRepositoryBase;
import com.example.bookshop.schema.OrderRepositoryBase;
import dev.taskstore.db.Session;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;

/** The generated order repository with custom queries. */
public final class OrderRepository extends OrderRepositoryBase {

  // Coerced to the type of the column, so that the sum is read with the same scale.
  private static final Field<BigDecimal> TOTAL =
      sum(ORDER_LINES.UNIT_PRICE.mul(ORDER_LINES.QUANTITY)).coerce(ORDER_LINES.UNIT_PRICE);

  private final OrderLineRepositoryBase lines;
  private final BookRepository books;

  /**
   * Creates the repository.
   *
   * @param session the session that executes its statements
   */
  public OrderRepository(Session session) {
    super(session);
    lines = new OrderLineRepositoryBase(session);
    books = new BookRepository(session);
  }

  /**
   * Places an order at the current prices. Call it in a transaction, so that the order and its lines
   * are stored together.
   *
   * @param customerId the customer
   * @param copies the number of copies by ISBN
   * @return the inserted order
   */
  public Order place(UUID customerId, Map<String, Integer> copies) {
    Order order = insert(NewOrder.of(customerId));
    List<NewOrderLine> drafts =
        books.findAllById(copies.keySet()).stream()
            .map(
                book ->
                    NewOrderLine.of(
                        order.id(),
                        book.isbn(),
                        copies.get(book.isbn()).shortValue(),
                        book.price()))
            .toList();
    lines.insertAll(drafts);
    return order;
  }

  /**
   * Returns the total price of an order.
   *
   * @param orderId the order
   * @return the sum of its lines; zero if it has none
   */
  public BigDecimal total(long orderId) {
    BigDecimal total =
        session()
            .dsl()
            .select(TOTAL)
            .from(ORDER_LINES)
            .where(ORDER_LINES.ORDER_ID.eq(orderId))
            .fetchOne(TOTAL);
    return total == null ? BigDecimal.ZERO.setScale(2) : total;
  }

  /**
   * Returns the revenue of all orders with a status.
   *
   * @param status the status
   * @return the sum of their lines; zero if there are none
   */
  public BigDecimal turnover(OrderStatus status) {
    BigDecimal total =
        session()
            .dsl()
            .select(TOTAL)
            .from(ORDER_LINES)
            .join(ORDERS)
            .on(ORDERS.ID.eq(ORDER_LINES.ORDER_ID))
            .where(ORDERS.STATUS.eq(status))
            .fetchOne(TOTAL);
    return total == null ? BigDecimal.ZERO.setScale(2) : total;
  }
}
