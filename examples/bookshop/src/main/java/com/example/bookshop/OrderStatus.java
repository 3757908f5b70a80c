package com.example.bookshop;

/** How far an order has come. */
public enum OrderStatus {
  /** The customer has ordered. */
  PLACED,
  /** The customer has paid. */
  PAID,
  /** The books are on their way. */
  SHIPPED
}
