package com.example.bookshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.Database;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jooq.JSON;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the shop on one database. */
abstract class BookshopContract {

  private static final PageRequest FIRST = PageRequest.first(10);
  private static final String DARKNESS = "9780441478125";
  private static final String DISPOSSESSED = "9780061054884";

  private Database database;
  private Bookshop shop;
  private Category fiction;
  private Category scienceFiction;

  abstract String url() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(), Bookshop.CHANGELOG);
    shop = Bookshop.on(database);
    fiction = shop.categories().insert(NewCategory.of("Fiction"));
    scienceFiction =
        shop.categories().insert(NewCategory.of("Science fiction").parentId(fiction.id()));
    shop.books().insert(book(DARKNESS, "The Left Hand of Darkness", "10.99"));
    shop.books().insert(book(DISPOSSESSED, "The Dispossessed", "9.5"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private NewBook book(String isbn, String title, String price) {
    return NewBook.of(isbn, scienceFiction.id(), title, new BigDecimal(price));
  }

  @Test
  void aBookIsReadAsItWasWritten() {
    Book book =
        shop.books()
            .update(
                DARKNESS,
                BookChanges.none()
                    .publishedOn(LocalDate.of(1969, 3, 1))
                    .details(JSON.json("{\"pages\": 304}"))
                    .cover(Bytes.ofHex("89504e47"))
                    .format(BookFormat.E_BOOK));

    assertThat(shop.books().getById(DARKNESS)).isEqualTo(book);
    assertThat(book.price()).isEqualTo(new BigDecimal("10.99"));
    assertThat(shop.books().getById(DISPOSSESSED).price()).isEqualTo(new BigDecimal("9.50"));
    assertThat(shop.books().getById(DISPOSSESSED).details()).isEqualTo(JSON.json("{}"));
  }

  @Test
  void categoriesAreATree() {
    assertThat(shop.books().findOnSaleBelow(fiction.id()))
        .extracting(Book::title)
        .containsExactly("The Dispossessed", "The Left Hand of Darkness");
    assertThat(shop.categories().findByParent(fiction.id(), FIRST).items())
        .containsExactly(scienceFiction);
    assertThat(shop.categories().findWithoutParent(FIRST).items()).containsExactly(fiction);
  }

  @Test
  void aRetiredBookIsNotSoldButStaysInItsOrders() {
    Customer ada = shop.customers().insert(NewCustomer.of("ada@example.com"));
    Order order = place(ada, Map.of(DARKNESS, 1));

    Book retired = shop.books().retire(DARKNESS);

    assertThat(retired.isRetired()).isTrue();
    assertThat(shop.books().findOnSale(scienceFiction.id(), FIRST).items())
        .extracting(Book::isbn)
        .containsExactly(DISPOSSESSED);
    assertThat(shop.orderLines().findByOrder(order.id(), FIRST).items())
        .extracting(OrderLine::isbn)
        .containsExactly(DARKNESS);
    assertThatThrownBy(() -> shop.books().deleteById(DARKNESS))
        .isInstanceOf(ForeignKeyViolationException.class);
  }

  @Test
  void ordersAddUpToTheCent() {
    Customer ada = shop.customers().insert(NewCustomer.of("ada@example.com"));
    Order first = place(ada, Map.of(DARKNESS, 3, DISPOSSESSED, 1));
    Order second = place(ada, Map.of(DISPOSSESSED, 2));
    shop.books().update(DARKNESS, BookChanges.none().price(new BigDecimal("99")));

    assertThat(second.id()).isGreaterThan(first.id());
    assertThat(shop.orders().total(first.id())).isEqualTo(new BigDecimal("42.47"));
    assertThat(shop.orders().total(second.id())).isEqualTo(new BigDecimal("19.00"));
    assertThat(shop.orders().turnover(OrderStatus.PLACED)).isEqualTo(new BigDecimal("61.47"));
    assertThat(shop.orders().turnover(OrderStatus.SHIPPED)).isEqualTo(new BigDecimal("0.00"));
    assertThat(shop.orders().findByCustomer(ada.id(), FIRST).items()).hasSize(2);
    OrderLine line = shop.orderLines().getById(new OrderLineKey(first.id(), DARKNESS));
    assertThat(line.quantity()).isEqualTo((short) 3);
  }

  private Order place(Customer customer, Map<String, Integer> copies) {
    return database.transactionResult(tx -> Bookshop.on(tx).orders().place(customer.id(), copies));
  }

  @Test
  void authorsAndBooksAreLinkedBothWays() {
    Author leGuin = shop.authors().insert(NewAuthor.of("Ursula K. Le Guin"));
    shop.authors().attachIsbns(leGuin.id(), List.of(DARKNESS, DISPOSSESSED));

    assertThat(shop.books().findByAuthor(leGuin.id(), FIRST).items())
        .extracting(Book::isbn)
        .containsExactlyInAnyOrder(DARKNESS, DISPOSSESSED);
    assertThat(shop.authors().findByIsbns(List.of(DARKNESS)).get(DARKNESS)).containsExactly(leGuin);
  }

  @Test
  void aCustomerReviewsABookOnce() {
    Customer ada = shop.customers().insert(NewCustomer.of("ada@example.com"));
    shop.reviews().upsertByCustomerIdAndIsbn(NewReview.of(ada.id(), DARKNESS, (short) 4));
    shop.reviews()
        .upsertByCustomerIdAndIsbn(NewReview.of(ada.id(), DARKNESS, (short) 5).body("Better!"));

    assertThat(shop.reviews().findByIsbn(DARKNESS, FIRST).items())
        .extracting(Review::stars)
        .containsExactly((short) 5);
    assertThatThrownBy(() -> shop.reviews().insert(NewReview.of(ada.id(), DISPOSSESSED, (short) 6)))
        .isInstanceOf(CheckViolationException.class);
  }

  @Test
  void theShopOpensBeforeItCloses() {
    OpeningHour monday =
        shop.openingHours()
            .insert(NewOpeningHour.of((short) 1, LocalTime.of(9, 30), LocalTime.of(18, 0)));

    assertThat(shop.openingHours().getById((short) 1)).isEqualTo(monday);
    assertThatThrownBy(
            () ->
                shop.openingHours()
                    .insert(NewOpeningHour.of((short) 2, LocalTime.NOON, LocalTime.of(9, 0))))
        .isInstanceOf(CheckViolationException.class);
  }

  @Test
  void valuesThatDoNotFitAreRejectedAndNeverRounded() {
    for (NewBook wrong :
        List.of(
            book("9780000000001", "A tenth of a cent", "0.001"),
            book("9780000000002", "Ten million", "10000000"),
            book("123", "No ISBN", "1"),
            book("9780000000003", "No JSON", "1").details(JSON.json("{pages: 3}")))) {
      assertThatThrownBy(() -> shop.books().insert(wrong))
          .isInstanceOf(InvalidArgumentException.class);
    }
    assertThat(shop.books().count()).isEqualTo(2);
  }
}
