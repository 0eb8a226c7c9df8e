package io.sextant.portfolio.program;

/**
 * LL' of a symmetric matrix that gains and loses rows (Golub and Van Loan, Matrix Computations, 6.5): a variable that becomes free is a row
 * of forward substitution, one that is fixed a chain of Givens rotations, both of the square of the size.
 */
final class GrowingCholesky {

    private final double[][] l;
    private int size;

    GrowingCholesky(int sizeMax) {
        l = new double[sizeMax][];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /**
     * @param beside the new row's products with those that are there, in their order; overwritten
     * @return false, and nothing changed, when the new row is a combination of those that are there but for {@code smallest}
     */
    boolean append(double[] beside, double own, double smallest) {
        solveLower(beside);
        double rest = own;
        for (int i = 0; i < size; i++) {
            rest -= beside[i] * beside[i];
        }
        if (!(rest > smallest)) {
            return false;
        }
        double[] row = l[size];
        if (row == null || row.length <= size) {
            row = new double[Math.min(l.length, 2 * size + 8)];
            l[size] = row;
        }
        System.arraycopy(beside, 0, row, 0, size);
        row[size] = Math.sqrt(rest);
        size++;
        return true;
    }

    void remove(int place) {
        double[] gone = l[place];
        for (int i = place; i < size - 1; i++) {
            l[i] = l[i + 1];
        }
        l[size - 1] = gone;
        size--;
        for (int j = place; j < size; j++) {
            rotate(j);
        }
    }

    /** Row j reaches one too far; turning columns j and j + 1 makes it end on the diagonal again. */
    private void rotate(int j) {
        double a = l[j][j];
        double b = l[j][j + 1];
        double length = Math.hypot(a, b);
        double cosine = a / length;
        double sine = b / length;
        l[j][j] = length;
        l[j][j + 1] = 0;
        for (int i = j + 1; i < size; i++) {
            double[] row = l[i];
            double left = row[j];
            double right = row[j + 1];
            row[j] = cosine * left + sine * right;
            row[j + 1] = cosine * right - sine * left;
        }
    }

    /** b := L^-1 b, of its first elements. */
    void solveLower(double[] b) {
        for (int i = 0; i < size; i++) {
            double[] row = l[i];
            double sum = b[i];
            for (int j = 0; j < i; j++) {
                sum -= row[j] * b[j];
            }
            b[i] = sum / row[i];
        }
    }

    /** b := L'^-1 b, of its first elements. */
    void solveUpper(double[] b) {
        for (int i = size - 1; i >= 0; i--) {
            double[] row = l[i];
            double value = b[i] / row[i];
            b[i] = value;
            for (int j = 0; j < i; j++) {
                b[j] -= row[j] * value;
            }
        }
    }
}
