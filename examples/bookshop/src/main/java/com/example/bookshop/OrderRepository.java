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

/** The orders, with the queries that only this shop has. */
public final class OrderRepository extends OrderRepositoryBase {

  // A sum of decimals is read as the column that it sums up.
  private static final Field<BigDecimal> TOTAL =
      sum(ORDER_LINES.UNIT_PRICE.mul(ORDER_LINES.QUANTITY)).coerce(ORDER_LINES.UNIT_PRICE);

  private final OrderLineRepositoryBase lines;
  private final BookRepository books;

  /**
   * Creates the repository.
   *
   * @param session where its statements are executed
   */
  public OrderRepository(Session session) {
    super(session);
    lines = new OrderLineRepositoryBase(session);
    books = new BookRepository(session);
  }

  /**
   * Places an order at today's prices. Call it in a transaction, so that no order is left without
   * its lines.
   *
   * @param customerId who orders
   * @param copies how many copies of which book, by ISBN
   * @return the order with its number
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
   * What an order costs.
   *
   * @param orderId the order
   * @return the sum of its lines, zero when it has none
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
   * What the shop has earned with the orders of a status.
   *
   * @param status the status
   * @return the sum, zero when there are none
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
