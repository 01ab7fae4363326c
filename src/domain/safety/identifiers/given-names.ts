/**
 * Given names that are widespread in many countries and seldom an ordinary word. The list only helps where nothing
 * around a name says that it is one; most names stand in no list.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  [
    // Used across borders, in English, French, Spanish and Portuguese spellings.
    'Adriana Agnes Alejandra Alejandro Alexander Alexandra Alicia Amanda Amelia Ana Andrea Andrew Angela Anita Anna Anne',
    'Annie Anthony Antonio Beatrice Beatriz Benjamin Bernadette Blanca Brenda Camila Camille Carlos Carmen Carolina Caroline',
    'Catherine Cecilia Charles Charlotte Christina Christine Christopher Claire Clara Claudia Cristina Cynthia Daniel Daniela',
    'David Deborah Denise Diana Diego Dolores Dorothy Edith Eduardo Elena Elisa Elizabeth Ellen Emilia Emily Emma Eric Esther',
    'Eugenia Eva Evelyn Fernanda Fernando Florence Francesca Francisca Francisco François Françoise Gabriel Gabriela George',
    'Gloria Graciela Guadalupe Hannah Helen Helena Hélène Henry Ines Inés Irene Isabel Isabelle Jacqueline James Jane Janet',
    'Jean Jeanne Jennifer Jessica Jesús Joan João Joaquín Johanna John Jonathan Jorge José Joseph Josephine Joséphine Joyce',
    'Juan Juana Judith Julia Juliana Julie Julio Karen Katherine Laura Lucia Lucía Lucie Luis Luisa Luz Magdalena Manuel',
    'Margaret Margarita Marguerite Maria María Mariana Marie Marina Mario Marta Martha Martin Martina Mary Matilde Mercedes',
    'Mercy Michael Michel Michelle Miguel Miriam Monica Mónica Monique Nadia Nancy Natalia Nathalie Nicolas Nicole Norma Olga',
    'Patricia Patrick Paul Paula Paulina Paulo Pauline Pedro Peter Philippe Pierre Pilar Rachel Rafael Ramón Raquel Rebecca',
    'Regina Richard Roberta Roberto Rosa Rosalía Rosario Rose Rosemary Roxana Ruth Samuel Sandra Sara Sarah Sharon Silvia',
    'Simone Sofia Sofía Solange Sonia Sophia Sophie Stephanie Stéphanie Stella Susan Susana Sylvie Sylvia Teresa Thérèse',
    'Thomas Valentina Valeria Valérie Vanessa Verónica Veronica Véronique Victoria Vincent Virginia Virginie Viviana Vivian',
    'William Xiomara Yolanda Yvonne Zoé',
    // The Arab world, Africa, the Sahel and the Horn, in Latin spellings.
    'Abdou Abdoul Abdullah Abdullahi Abdirahman Abebe Aboubacar Adama Ahmad Ahmed Aicha Aïcha Aisha Aissata Aïssatou Ali Alima',
    'Amadou Amal Amina Aminata Amine Amira Asha Aster Awa Ayaan Ayesha Baraka Bintou Binta Blessing Chidi Chinedu Chioma Djamila',
    'Emeka Fadumo Farah Farida Fatima Fatimah Fatimata Fatma Fatoumata Fatou Fatuma Grace Habiba Hadiza Hadja Halima Hamza Hana',
    'Hassan Hawa Hodan Hussein Hussain Ibrahim Ibrahima Idrissa Imane Ismail Issa Jamal Jamila Juma Kadiatou Kadija Kaltouma',
    'Karim Khadija Khadijah Khalid Kofi Kwame Laila Layla Leila Lindiwe Malika Mamadou Mariam Mariama Maryam Mehdi Mohamed',
    'Mohammad Mohammed Mouna Moussa Muhammad Mustafa Mwanaisha Nabila Naima Nasra Neema Ngozi Noura Nour Nura Oumar Oumou',
    'Ousmane Rahma Ramatoulaye Rania Rashid Rokia Sadia Safia Salma Salim Salma Samira Sana Seynabou Sekou Souad Tariq',
    'Thandi Thandiwe Themba Wanjiku Wangari Yasmin Yasmine Youssef Yusuf Zahra Zainab Zeinab Zenabou Zohra Zuhura',
    // South, East and South-East Asia, Central Asia, the Caucasus, Eastern Europe and Türkiye.
    'Aarti Aida Aigul Aleksandra Amit Anastasia Anil Anjali Anh Asif Asma Ayşe Aziza Bibi Bogdan Deepa Dewi Elif Emine Fatime',
    'Farzana Fatemeh Gulnara Gulsum Hatice Huong Imran Indira Irina Ivan Ivana Jasmina Jelena Kamala Kavita Khalida Kiran',
    'Ksenia Lakshmi Lalita Larisa Ljiljana Ludmila Madina Manju Meena Mehmet Mehmood Merve Milena Mirjana Nargis Nasreen',
    'Natalya Nazia Nguyen Nirmala Oksana Olena Parvin Pooja Priya Putri Radha Rajesh Ramesh Ravi Razia Rekha Rohan Rubina',
    'Rukhsana Sabina Sadaf Samina Sanjay Sarita Saima Shabnam Shahida Shanti Shirin Siti Snezana Somchai Sri Sunita Suresh',
    'Svetlana Tatiana Thi Usha Valentyna Vesna Vijay Yulia Zarina Zeynep',
  ].flatMap((line) => line.split(' ')),
);
